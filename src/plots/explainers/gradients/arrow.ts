/** Arrows as SVG paths: a shaft and an open head, as wide as the stroke that draws them. */

import type { Place } from '../../pair/geometry.ts';

const HEAD = 8;
const HEAD_ANGLE = 0.45;
/** Shorter than this, in pixels, an arrow is left out: it has no direction. */
const SHORTEST = 3;

/** @param from in pixels @param to in pixels @returns '' for an arrow without a direction */
export function arrowPath(from: Place, to: Place): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < SHORTEST) return '';
  const back = Math.atan2(from.y - to.y, from.x - to.x);
  const head = Math.min(HEAD, 0.6 * length);
  const [one, other] = [-HEAD_ANGLE, HEAD_ANGLE].map((side) => {
    return pixels({
      x: to.x + head * Math.cos(back + side),
      y: to.y + head * Math.sin(back + side),
    });
  });
  return `M${pixels(from)}L${pixels(to)}M${one}L${pixels(to)}L${other}`;
}

function pixels({ x, y }: Place): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
