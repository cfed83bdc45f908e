/**
 * A diverging colour ramp around 0: teal, paper, plum. Its three colours come from the theme, the
 * ones between from straight lines in Lab, where equal steps look equally large.
 */

import { interpolateLab, rgb } from 'd3';

/** Colours of the lowest value, of 0 and of the highest value. */
export interface DivergingColours {
  readonly low: string;
  readonly zero: string;
  readonly high: string;
}

/** Values in the middle of a stripe share its colour. */
const SIZE = 255;

/** Reads the colours where an element stands. */
export function readDivergingColours(element: Element): DivergingColours {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim() || '#808080';
  return {
    low: read('--neuron-grid-low'),
    zero: read('--neuron-grid-zero'),
    high: read('--neuron-grid-high'),
  };
}

/** Red, green and blue of SIZE colours from low to high, 0 exactly in the middle. */
export function divergingBytes({ low, zero, high }: DivergingColours): Uint8ClampedArray {
  const below = interpolateLab(low, zero);
  const above = interpolateLab(zero, high);
  const bytes = new Uint8ClampedArray(3 * SIZE);
  for (let index = 0; index < SIZE; index++) {
    const position = (2 * index) / (SIZE - 1);
    const colour = rgb(position < 1 ? below(position) : above(position - 1));
    bytes.set([colour.r, colour.g, colour.b], 3 * index);
  }
  return bytes;
}

/** Number of the colour of a value. @param extreme the largest absolute value */
export function divergingIndex(value: number, extreme: number): number {
  const position = extreme > 0 ? Math.min(1, Math.max(-1, value / extreme)) : 0;
  return Math.round(((SIZE - 1) / 2) * (1 + position));
}

/**
 * Writes the cells' colours into an image's bytes (red, green, blue, alpha). Cells without a finite
 * value become transparent.
 */
export function writeDivergingPixels(
  image: Uint8ClampedArray,
  values: ArrayLike<number>,
  extreme: number,
  ramp: Uint8ClampedArray,
): void {
  for (let cell = 0; cell < values.length; cell++) {
    const value = values[cell] as number;
    const colour = 3 * divergingIndex(value, extreme);
    const isNumber = Number.isFinite(value);
    for (let part = 0; part < 3; part++) {
      image[4 * cell + part] = isNumber ? (ramp[colour + part] as number) : 0;
    }
    image[4 * cell + 3] = isNumber ? 255 : 0;
  }
}

/**
 * The part of the ramp between two values as a CSS gradient from left to right.
 *
 * @param extreme the value of the ramp's end
 */
export function divergingGradient(
  low: number,
  high: number,
  extreme: number,
  ramp: Uint8ClampedArray,
): string {
  const stops = Array.from({ length: 17 }, (_, index) => {
    const part = index / 16;
    const at = 3 * divergingIndex(low + part * (high - low), extreme);
    return `rgb(${ramp[at]} ${ramp[at + 1]} ${ramp[at + 2]}) ${(100 * part).toFixed(1)}%`;
  });
  return `linear-gradient(to right, ${stops.join(', ')})`;
}
