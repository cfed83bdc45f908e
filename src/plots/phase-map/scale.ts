/** Scales of the phase map's axes: from values to 0 … 1, to pixels, and their labels. */

import type { AxisTick } from '../axes.ts';
import { formatTick } from '../curves/number-text.ts';
import { createSymmetricityScale } from '../curves/plane-scale.ts';
import type { MapAxis } from './data.ts';
import { words } from './wording.ts';

/** A function from a value to a position in pixels. */
export type PixelScale = (value: number) => number;

/** Where values lie between the ends of an axis: 0 … 1, also for values beyond them. */
export function axisFraction(axis: MapAxis): (value: number) => number {
  const position = rawPosition(axis);
  const from = position(axis.low);
  const length = position(axis.high) - from || 1;
  return (value) => Math.min(1, Math.max(0, (position(value) - from) / length));
}

function rawPosition({ scale, low }: MapAxis): (value: number) => number {
  if (scale === 'logarithmic') return (value) => Math.log(Math.max(value, Number.MIN_VALUE));
  if (scale === 'symmetricity') return createSymmetricityScale(low, 1).position;
  return (value) => value;
}

/** @param from pixel of the axis' low end @param to pixel of its high end */
export function pixelScale(axis: MapAxis, from: number, to: number): PixelScale {
  const fraction = axisFraction(axis);
  return (value) => from + (to - from) * fraction(value);
}

export function isOnAxis({ low, high }: MapAxis, value: number): boolean {
  return value >= low && value <= high;
}

/** Ticks of an axis, the threshold among them where it is on the axis. */
export function mapTicks(axis: MapAxis, scale: PixelScale): AxisTick[] {
  const threshold = axis.threshold?.value;
  const values = new Set(threshold === undefined ? axis.ticks : [threshold, ...axis.ticks]);
  return [...values]
    .filter((value) => isOnAxis(axis, value))
    .map((value) => ({
      position: scale(value),
      text: formatTick(value),
      kind: value === threshold ? 'threshold' : 'regular',
    }));
}

/** The axis' name, and how it is scaled where that is unusual. */
export function axisName({ name, scale }: MapAxis): string {
  if (scale === 'symmetricity') return words('stretched', { name });
  return scale === 'logarithmic' ? words('logarithmic', { name }) : name;
}
