/** The points of a perfect circle of frequency k, in its radii. */

import { residueAngle } from '../../../math/fourier.ts';

/** Points of all residues, x of t at 2t and y at 2t + 1, length 2p. */
export function circlePoints(k: number, p: number): Float32Array {
  const points = new Float32Array(2 * p);
  for (let t = 0; t < p; t++) {
    points[2 * t] = Math.cos(residueAngle(k, t, p));
    points[2 * t + 1] = Math.sin(residueAngle(k, t, p));
  }
  return points;
}
