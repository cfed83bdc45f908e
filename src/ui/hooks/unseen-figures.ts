/** Figures outside the window are drawn seldom while a run goes on: what nobody sees may not cost a frame. */

/** Pause between two drawings of a figure out of sight, milliseconds. */
const seldom = 1000;
/** So near to the window a figure is drawn as if it were in it. */
const margin = '150px';

/** Decides when a figure is fed. */
export interface Feeder {
  /** Its data have changed. @param goesOn more changes follow by themselves */
  changed(goesOn: boolean): void;
  /** Draws what is still to be drawn. */
  settle(): void;
  end(): void;
}

/**
 * @param host element of the figure
 * @param feed gives the figure its newest data
 */
export function createFeeder(host: Element, feed: () => void): Feeder {
  let isSeen = true;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    if (waiting === undefined) return;
    clearTimeout(waiting);
    waiting = undefined;
    feed();
  };
  const observer =
    typeof IntersectionObserver === 'undefined'
      ? undefined
      : new IntersectionObserver(
          (entries) => {
            isSeen = entries.at(-1)?.isIntersecting ?? true;
            if (isSeen) settle();
          },
          { rootMargin: margin },
        );
  observer?.observe(host);
  return {
    changed(goesOn) {
      if (isSeen || !goesOn) {
        clearTimeout(waiting);
        waiting = undefined;
        feed();
      } else {
        waiting ??= setTimeout(settle, seldom);
      }
    },
    settle,
    end() {
      observer?.disconnect();
      clearTimeout(waiting);
    },
  };
}
