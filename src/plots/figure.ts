/**
 * What every figure of this folder is: an object that draws data into an element it was given. A
 * figure knows no store and no framework; whoever mounts it feeds it data and destroys it.
 */

import { createFrameWatch } from './frame-watch.ts';

/** A mounted figure. */
export interface Figure<Data> {
  /**
   * Shows new data. Cheap to call often: the drawing itself happens at most once per animation
   * frame, with the newest data.
   */
  update(data: Data): void;
  /** Removes everything the figure added: elements, listeners, observers, pending frames. */
  destroy(): void;
}

/** Makes a figure inside an element. The figure follows the element's width by itself. */
export type FigureFactory<Data, Options = undefined> = Options extends undefined
  ? (host: HTMLElement) => Figure<Data>
  : (host: HTMLElement, options: Options) => Figure<Data>;

/** Runs a drawing function at most once per animation frame, however often it is requested. */
export interface FrameScheduler {
  request(): void;
  cancel(): void;
}

/** Drawings that figures standing still have asked for and that are still to be done. */
export type StillFrames = Set<(time: number) => void>;

let still: StillFrames | undefined;

/** One for all figures of the page: they share its frames. */
const frames = createFrameWatch();

/**
 * Runs what makes or feeds figures that stand still, as on a saved picture: they jump instead of
 * moving, and draw when they are told to instead of in an animation frame, which a page in the
 * background does not have. Figures made outside go on as ever.
 *
 * @param frames where the figures made inside leave their drawings, now and later
 */
export function standStill<Result>(frames: StillFrames, run: () => Result): Result {
  const before = still;
  still = frames;
  try {
    return run();
  } finally {
    still = before;
  }
}

/** @param draw called with the frame's time in milliseconds */
export function createFrameScheduler(draw: (time: number) => void): FrameScheduler {
  if (still) return createStillScheduler(draw, still);
  let pending: number | undefined;
  return {
    request() {
      frames.requested();
      pending ??= requestAnimationFrame((time) => {
        pending = undefined;
        frames.drawing(time, () => draw(time));
      });
    },
    cancel() {
      if (pending !== undefined) cancelAnimationFrame(pending);
      pending = undefined;
    },
  };
}

function createStillScheduler(draw: (time: number) => void, frames: StillFrames): FrameScheduler {
  return {
    request: () => frames.add(draw),
    cancel: () => frames.delete(draw),
  };
}

/**
 * A figure that draws its newest data once a frame.
 *
 * @param keep takes the data for the next frame
 * @param endings what is to be stopped and removed in the end, in this order
 */
export function frameFigure<Data>(
  scheduler: FrameScheduler,
  keep: (data: Data) => void,
  endings: readonly (() => void)[],
): Figure<Data> {
  return {
    update(data) {
      keep(data);
      scheduler.request();
    },
    destroy() {
      scheduler.cancel();
      for (const end of endings) end();
    },
  };
}

/**
 * True when figures are to jump instead of moving: the visitor wishes it, they stand still, or the device
 * cannot keep up.
 */
export function prefersReducedMotion(): boolean {
  if (still || frames.isSlow()) return true;
  return typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
}
