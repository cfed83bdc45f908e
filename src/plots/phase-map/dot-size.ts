/** How large and how solid dots are: by their number and the room they have. */

const LARGEST = 5;
const SMALLEST = 1.5;
/** Dots that are drawn at full size in a plot of this many square pixels. */
const FEW = 100;
const USUAL_AREA = 300_000;

/** How crowded it is: 1 for at most a hundred dots in a usual plot. */
export function crowding(count: number, area: number): number {
  const room = Math.min(1, area / USUAL_AREA);
  return Math.max(1, count / room / FEW);
}

/** @returns pixels: 5 for up to a hundred dots, about 2 for ten thousand */
export function dotRadius(crowd: number): number {
  return Math.max(SMALLEST, LARGEST * crowd ** -0.2);
}

/** @returns 0.92 for few dots, about 0.6 for ten thousand */
export function dotOpacity(crowd: number): number {
  return Math.max(0.5, 0.92 - 0.16 * Math.log10(crowd));
}

/** From the middle of one dot to the next when they stand side by side. */
export function dotStep(radius: number): number {
  return 2 * radius + (radius > 2.5 ? 1 : 0.5);
}

/** Radius of dots that stand this far apart: what dotStep gives, the other way round. */
export function radiusOfStep(step: number): number {
  return Math.max(1, (step - (step > 6 ? 1 : 0.5)) / 2);
}
