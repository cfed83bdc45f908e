/**
 * Where a phase transition lies: a logistic curve through runs that have crossed a threshold and runs
 * that have not, with a bootstrap interval (SCIENCE section 6).
 */
import { createRandomStream } from '../math/random.ts';
import { logisticCurve } from './transition/logistic-curve.ts';
import { createTally } from './transition/tally.ts';

/** One run of the transition. */
export interface TransitionPoint {
  /** Attention rate, or another knob. */
  readonly x: number;
  /** True on the far side: no Pizza any more. */
  readonly crossed: boolean;
}

/** A fitted transition, in units of x. */
export interface Transition {
  /** Where half of the runs have crossed. */
  readonly midpoint: number;
  /** From where a tenth has crossed to where nine tenths have; 0 when they overlap on one x at most. */
  readonly span: number;
  /**
   * The middle 95 % of the midpoints of resampled runs, no further than the runs go, and no narrower
   * than a gap between the two sides.
   */
  readonly interval: readonly [low: number, high: number];
  readonly count: number;
}

const resamples = 400;
/** More different x than this are rounded to so many steps in resamples: it costs no digit shown. */
const mostPlaces = 2000;
/** Ten to ninety per cent of a logistic curve, in units of its scale. */
const spanOfScale = 2 * Math.log(9);

/**
 * Fits a transition. Ten thousand runs take about a fifth of a second.
 *
 * @param seed of the resampling: the same seed gives the same interval
 * @returns undefined when all runs are on one side, or half would have crossed only beyond all runs
 */
export function fitTransition(
  points: readonly TransitionPoint[],
  seed = 1,
): Transition | undefined {
  const count = points.length;
  const x = Float64Array.from(points, (point) => point.x);
  const crossed = Uint8Array.from(points, (point) => Number(point.crossed));
  const all = createTally(x, crossed);
  for (let point = 0; point < count; point++) all.add(point);
  const runs = all.take();
  const [least, most] = [runs.x[0] as number, runs.x[runs.length - 1] as number];
  const fitted = logisticCurve(runs);
  if (fitted === undefined || fitted.midpoint < least || fitted.midpoint > most) return undefined;
  const sample = runs.length > mostPlaces ? createTally(rounded(x, least, most), crossed) : all;
  const random = createRandomStream(seed, 'bootstrap');
  const midpoints: number[] = [];
  for (let round = 0; round < resamples; round++) {
    for (let draw = 0; draw < count; draw++) sample.add(random.integer(count));
    const again = logisticCurve(sample.take(), fitted);
    if (again !== undefined) midpoints.push(Math.min(most, Math.max(least, again.midpoint)));
  }
  midpoints.sort((left, right) => left - right);
  const at = (share: number) =>
    midpoints[Math.round(share * (midpoints.length - 1))] ?? fitted.midpoint;
  const [low, high] = gapOf(points) ?? [fitted.midpoint, fitted.midpoint];
  return {
    midpoint: fitted.midpoint,
    span: spanOfScale / fitted.slope,
    interval: [Math.min(low, at(0.025)), Math.max(high, at(0.975))],
    count,
  };
}

/**
 * Where no x has runs of both sides among or beyond others, nothing says where in the gap between them
 * the transition lies, however narrow the bootstrap's interval is. Undefined where the sides overlap.
 */
function gapOf(
  points: readonly TransitionPoint[],
): readonly [low: number, high: number] | undefined {
  const range = { crossed: [Infinity, -Infinity], not: [Infinity, -Infinity] };
  for (const { x, crossed } of points) {
    const side = crossed ? range.crossed : range.not;
    side[0] = Math.min(side[0] as number, x);
    side[1] = Math.max(side[1] as number, x);
  }
  const [crossedLow, crossedHigh] = range.crossed as [number, number];
  const [low, high] = range.not as [number, number];
  if (high <= crossedLow) return [high, crossedLow];
  return crossedHigh <= low ? [crossedHigh, low] : undefined;
}

function rounded(x: Float64Array, least: number, most: number): Float64Array {
  const step = (most - least) / mostPlaces;
  return x.map((place) => least + Math.round((place - least) / step) * step);
}
