/** Where the transition lies at each width, from one curve through runs of all widths. */
import { solveLinear } from '../../../../src/math/linear-solve.ts';

/** A run of the curve. */
export interface WidthRun {
  readonly attentionRate: number;
  readonly width: number;
  readonly crossed: boolean;
}

/**
 * Midpoints over the attention rate, from a logistic curve in attention rate and log₂ width fitted by
 * Newton's method.
 *
 * @param ridge weight of half the squared slopes that is taken off the likelihood; 0 for maximum
 * likelihood
 */
export function widthMidpoints(
  runs: readonly WidthRun[],
  widths: readonly number[],
  ridge: number,
): number[] {
  let weights = new Float64Array(3);
  for (let iteration = 0; iteration < 40; iteration++) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : -ridge * weight));
    const curvature = new Float64Array(9);
    curvature[4] = ridge;
    curvature[8] = ridge;
    for (const { attentionRate, width, crossed } of runs) {
      const values = [1, attentionRate, Math.log2(width)];
      const score = values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
      const share = 1 / (1 + Math.exp(-score));
      values.forEach((left, i) => {
        gradient[i] = (gradient[i] ?? 0) + left * (Number(crossed) - share);
        values.forEach((right, j) => {
          const at = 3 * i + j;
          curvature[at] = (curvature[at] ?? 0) + left * right * share * (1 - share);
        });
      });
    }
    const step = solveLinear(curvature, gradient);
    weights = weights.map((weight, at) => weight + (step[at] ?? 0));
  }
  const [offset = 0, slope = 1, byWidth = 0] = weights;
  return widths.map((width) => -(offset + byWidth * Math.log2(width)) / slope);
}
