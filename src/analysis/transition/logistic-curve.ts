/** The likeliest logistic curve through runs that have crossed a threshold and runs that have not. */

/** Runs grouped by their x: the first `length` entries of each list. */
export interface GroupedRuns {
  length: number;
  /** Ascending and distinct. */
  readonly x: Float64Array;
  /** Runs on each x, at least one, and how many of them have crossed. */
  readonly count: Float64Array;
  readonly crossed: Float64Array;
}

/** Share that has crossed at x: 1/(1 + e^−(offset + slope·x)). */
export interface LogisticCurve {
  readonly offset: number;
  /** Infinite for a step, whose place is then `midpoint`. */
  readonly slope: number;
  /** Where half of the runs have crossed. */
  readonly midpoint: number;
}

const mostIterations = 60;
/** Newton's method errs by about the square of its last step. Both are shares of the curve. */
const smallestStep = 1e-6;
/** Enough for a resample: the resamples differ from each other by far more than its square. */
const smallestResampledStep = 3e-3;

/**
 * The maximum-likelihood curve.
 *
 * @param fitted where the runs are a resample: the curve of all runs, from which it is quickly reached
 * @returns undefined when all runs are on one side or one x, or no more have crossed at larger x
 */
export function logisticCurve(
  runs: GroupedRuns,
  fitted?: LogisticCurve,
): LogisticCurve | undefined {
  const { length, x, count, crossed } = runs;
  let lastNear = length - 1;
  while (lastNear >= 0 && crossed[lastNear] === count[lastNear]) lastNear -= 1;
  let firstFar = 0;
  while (firstFar < length && crossed[firstFar] === 0) firstFar += 1;
  if (lastNear < 0 || firstFar === length || length === 1) return undefined;
  // Without overlap the steepest curve is the likeliest, and there is no steepest one; the same where
  // both kinds of runs share one x only.
  if (lastNear <= firstFar) {
    const midpoint = ((x[lastNear] as number) + (x[firstFar] as number)) / 2;
    return { offset: Number.NEGATIVE_INFINITY, slope: Number.POSITIVE_INFINITY, midpoint };
  }
  const near = fitted?.slope === Number.POSITIVE_INFINITY ? undefined : fitted;
  const quick = near && newton(runs, near, smallestResampledStep);
  const { curve } = quick?.atRest === true ? quick : newton(runs, undefined, smallestStep);
  // Less than this from the first x to the last is rounding: the share is the same everywhere.
  const rises = curve.slope * ((x[length - 1] as number) - (x[0] as number)) > 1e-6;
  return rises && Number.isFinite(curve.midpoint) ? curve : undefined;
}

function newton(
  { length, x, count, crossed }: GroupedRuns,
  start: LogisticCurve | undefined,
  tolerance: number,
): { readonly curve: LogisticCurve; readonly atRest: boolean } {
  let [offset, slope] = [start?.offset ?? 0, start?.slope ?? 0];
  let atRest = false;
  for (let iteration = 0; iteration < mostIterations && !atRest; iteration++) {
    let byOffset = 0;
    let bySlope = 0;
    let oo = 0;
    let os = 0;
    let ss = 0;
    for (let at = 0; at < length; at++) {
      const place = x[at] as number;
      const all = count[at] as number;
      const share = 1 / (1 + Math.exp(-(offset + slope * place)));
      const weight = all * share * (1 - share);
      const rest = (crossed[at] as number) - all * share;
      byOffset += rest;
      bySlope += rest * place;
      oo += weight;
      os += weight * place;
      ss += weight * place * place;
    }
    const determinant = oo * ss - os * os;
    if (!(determinant > 1e-12)) break;
    const offsetStep = (ss * byOffset - os * bySlope) / determinant;
    const slopeStep = (oo * bySlope - os * byOffset) / determinant;
    offset += offsetStep;
    slope += slopeStep;
    const size = Math.abs(offset) + Math.abs(slope);
    atRest = Math.abs(offsetStep) + Math.abs(slopeStep) < tolerance * size;
  }
  return { curve: { offset, slope, midpoint: -offset / slope }, atRest };
}
