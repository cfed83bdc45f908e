/** Picking a point of a figure by pointer or keyboard, to read its values. */

import { nearestPointIndex } from './history.ts';

/** What the figure tells about its points. */
export interface ReadablePoints {
  points(): readonly { readonly step: number }[];
  /** Index of the point that is shown when nothing is picked. */
  shown(): number;
  /** Index of the point nearest to a position inside the drawing, in pixels; -1 for none. */
  at(x: number, y: number): number;
  /**
   * The pick changed.
   * @param spoken true when it came from the keyboard and should be read aloud
   */
  changed(spoken: boolean): void;
}

/** The picked point. */
export interface PointReading {
  /** Index of the picked point, or -1. A point that was thinned out yields its neighbour. */
  index(): number;
  destroy(): void;
}

const strides: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: 10,
  PageDown: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** @param element the focusable drawing */
export function createPointReading(element: SVGSVGElement, source: ReadablePoints): PointReading {
  let step: number | null = null;
  const listeners = new AbortController();
  const { signal } = listeners;

  const index = () => (step === null ? -1 : nearestPointIndex(source.points(), step));
  const pick = (position: number, spoken: boolean) => {
    const next = source.points()[position]?.step ?? null;
    if (next === step) return;
    step = next;
    source.changed(spoken);
  };

  const move = (event: PointerEvent) => {
    const box = element.getBoundingClientRect();
    pick(source.at(event.clientX - box.left, event.clientY - box.top), false);
  };
  element.addEventListener('pointermove', move, { signal });
  element.addEventListener('pointerdown', move, { signal });
  element.addEventListener('pointerleave', () => pick(-1, false), { signal });
  element.addEventListener('blur', () => pick(-1, false), { signal });
  element.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') pick(-1, false);
      const stride = strides[event.key];
      const last = source.points().length - 1;
      if (stride === undefined || last < 0) return;
      event.preventDefault();
      const start = step === null ? source.shown() : index();
      pick(Math.min(last, Math.max(0, start + stride)), true);
    },
    { signal },
  );
  return { index, destroy: () => listeners.abort() };
}
