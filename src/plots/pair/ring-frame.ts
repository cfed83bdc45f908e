/** From a circle's plane, in mean radii, to the pixels of its picture. */

import type { Place } from './geometry.ts';

/** The frame in which a circle is drawn. */
export interface RingFrame {
  readonly centreX: number;
  readonly centreY: number;
  /** Pixels of one mean radius. */
  readonly unit: number;
}

export function toPixels({ x, y }: Place, { centreX, centreY, unit }: RingFrame): Place {
  return { x: centreX + unit * x, y: centreY - unit * y };
}

/** The place of a pixel. */
export function fromPixels({ x, y }: Place, { centreX, centreY, unit }: RingFrame): Place {
  return { x: (x - centreX) / unit, y: (centreY - y) / unit };
}

/** Writes pixel attributes, rounded to a tenth. */
export function setPixels(
  element: Element | undefined,
  attributes: Readonly<Record<string, number>>,
): void {
  for (const [name, value] of Object.entries(attributes)) {
    element?.setAttribute(name, value.toFixed(1));
  }
}
