/** Where names stand beside marks on a circle: outside it, unless something is in the way there. */

import type { Place } from '../../pair/geometry.ts';

/** A name to be placed. Pixels, y downwards. */
export interface MarkLabel {
  readonly mark: Place;
  /** Direction away from the circle's centre, in radians counterclockwise. */
  readonly outwards: number;
  readonly width: number;
  readonly height: number;
}

export interface LabelSurroundings {
  readonly width: number;
  readonly height: number;
  /** Points that a name should not cover. */
  readonly obstacles: readonly Place[];
}

/** Other directions in which a name may stand, the ones nearest to outwards first. In radians. */
const TURNS = [0, 1, -1, 2, -2, 3, -3, 4].map((eighth) => (eighth * Math.PI) / 4);
/** From the mark's middle to the nearest part of its name. */
const CLEARANCE = 10;
/** Room to keep around a point that must not be covered. */
const PADDING = 3;
const OUTSIDE_COST = 1000;

/** @returns the middle of the name, where it covers the fewest obstacles */
export function placeLabel(
  label: MarkLabel,
  { width, height, obstacles }: LabelSurroundings,
): Place {
  let best = label.mark;
  let lowest = Number.POSITIVE_INFINITY;
  const [halfWidth, halfHeight] = [label.width / 2, label.height / 2];
  for (const turn of TURNS) {
    const angle = label.outwards + turn;
    const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
    const distance = CLEARANCE + halfWidth * Math.abs(cosine) + halfHeight * Math.abs(sine);
    const at = { x: label.mark.x + distance * cosine, y: label.mark.y - distance * sine };
    const isOutside =
      at.x < halfWidth ||
      at.x > width - halfWidth ||
      at.y < halfHeight ||
      at.y > height - halfHeight;
    const covered = obstacles.filter(
      ({ x, y }) =>
        Math.abs(x - at.x) < halfWidth + PADDING && Math.abs(y - at.y) < halfHeight + PADDING,
    ).length;
    const cost = covered + (isOutside ? OUTSIDE_COST : 0);
    if (cost < lowest) [best, lowest] = [at, cost];
  }
  return best;
}
