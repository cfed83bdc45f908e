/** How large each plane is drawn: factors from the embedding's length unit to the panel's. */

import type { ScaleMode } from './data.ts';

/** No circle is drawn with a smaller mean radius than this part of the panel's largest radius. */
export const MINIMUM_RADIUS = 0.22;

/** Largest distance of a point from the origin. @param points x, y pairs */
export function largestRadius(points: ArrayLike<number>): number {
  let largest = 0;
  for (let index = 0; index < points.length; index += 2) {
    largest = Math.max(largest, Math.hypot(points[index] as number, points[index + 1] as number));
  }
  return largest;
}

/** Root mean square distance of the points from the origin. @param points x, y pairs */
export function meanRadius(points: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < points.length; index++) sum += (points[index] as number) ** 2;
  return points.length > 0 ? Math.sqrt((2 * sum) / points.length) : 0;
}

/**
 * A factor for each plane that brings its points into the unit disc. By amplitude: one factor for
 * all, so that radii compare, larger only for planes too small to be seen. Equal: each fills its
 * own disc.
 */
export function planeScales(planes: readonly ArrayLike<number>[], mode: ScaleMode): number[] {
  const reach = planes.map(largestRadius);
  const widest = Math.max(0, ...reach);
  return planes.map((points, index) => {
    const own = reach[index] as number;
    if (!(own > 0)) return 0;
    if (mode === 'equal') return 1 / own;
    return Math.min(1 / own, Math.max(1 / widest, MINIMUM_RADIUS / meanRadius(points)));
  });
}
