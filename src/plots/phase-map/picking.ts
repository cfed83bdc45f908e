/** Which run is meant: by a place in the plot, or by the keyboard's order. */

import { quadtree } from 'd3';
import type { PhaseMapData } from './data.ts';
import type { MapPlaces } from './places.ts';

/** Farther than this from every dot, in pixels, none is meant. */
export const REACH = 16;

/** @returns a function from a place to the nearest run within reach */
export function nearestRun({
  x,
  y,
}: Pick<MapPlaces, 'x' | 'y'>): (atX: number, atY: number) => number | undefined {
  const tree = quadtree<number>()
    .x((index) => x[index] as number)
    .y((index) => y[index] as number)
    // Runs without a place are NaN, which the tree leaves out.
    .addAll(Array.from(x, (_, index) => index));
  return (atX, atY) => tree.find(atX, atY, REACH);
}

/** Indices in the order of the keyboard: by x, then y, with the foot first, then as they stand. */
export function walkingOrder(
  data: Pick<PhaseMapData, 'x' | 'y'>,
  places: Pick<MapPlaces, 'x' | 'y'>,
): number[] {
  const x = (index: number) => data.x[index] as number;
  const y = data.y.map((value) => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value));
  const compare = (values: Float64Array, one: number, other: number) => {
    const [first, second] = [values[one] as number, values[other] as number];
    return first < second ? -1 : Number(first > second);
  };
  return Array.from(data.x, (_, index) => index)
    .filter((index) => Number.isFinite(places.x[index]))
    .sort(
      (one, other) =>
        x(one) - x(other) ||
        compare(y, one, other) ||
        compare(places.y, one, other) ||
        compare(places.x, one, other) ||
        one - other,
    );
}
