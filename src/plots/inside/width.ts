/** The width of a figure's element, kept up to date. */

/** Width assumed while the element has none, for example before it is in the document. */
const ASSUMED_WIDTH = 340;

export interface WatchedWidth {
  /** Width in pixels. */
  current(): number;
  stop(): void;
}

/** @param onChange called when the width has changed */
export function watchWidth(element: HTMLElement, onChange: () => void): WatchedWidth {
  let width = element.clientWidth || ASSUMED_WIDTH;
  const observer = new ResizeObserver(([entry]) => {
    const measured = entry?.contentRect.width ?? 0;
    if (measured === 0 || Math.abs(measured - width) < 0.5) return;
    width = measured;
    onChange();
  });
  observer.observe(element);
  return { current: () => width, stop: () => observer.disconnect() };
}
