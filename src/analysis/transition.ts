/**
 * Where a phase transition lies: a logistic curve through runs that have crossed a threshold and runs
 * that have not, with a bootstrap interval (SCIENCE section 6).
 */
import { createRandomStream } from '../math/random.ts';

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
  /** From where a tenth has crossed to where nine tenths have; 0 when nothing overlaps. */
  readonly span: number;
  /** The middle 95 % of the midpoints of resampled runs. */
  readonly interval: readonly [low: number, high: number];
  readonly count: number;
}

const resamples = 400;
const mostIterations = 60;
/** Ten to ninety per cent of a logistic curve, in units of its scale. */
const spanOfScale = 2 * Math.log(9);

/**
 * Fits a transition.
 *
 * @param seed of the resampling: the same seed gives the same interval
 * @returns undefined when all runs are on one side
 */
export function fitTransition(
  points: readonly TransitionPoint[],
  seed = 1,
): Transition | undefined {
  const fitted = logisticCurve(points);
  if (fitted === undefined) return undefined;
  const random = createRandomStream(seed, 'bootstrap');
  const midpoints: number[] = [];
  for (let round = 0; round < resamples; round++) {
    const sample = points.map(() => points[random.integer(points.length)] as TransitionPoint);
    const again = logisticCurve(sample);
    if (again !== undefined) midpoints.push(again.midpoint);
  }
  midpoints.sort((left, right) => left - right);
  const at = (share: number) =>
    midpoints[Math.round(share * (midpoints.length - 1))] ?? fitted.midpoint;
  return { ...fitted, interval: [at(0.025), at(0.975)], count: points.length };
}

/** Maximum likelihood by Newton's method. */
function logisticCurve(
  points: readonly TransitionPoint[],
): { midpoint: number; span: number } | undefined {
  const before = points.filter(({ crossed }) => !crossed).map(({ x }) => x);
  const after = points.filter(({ crossed }) => crossed).map(({ x }) => x);
  if (before.length === 0 || after.length === 0) return undefined;
  const [lastBefore, firstAfter] = [Math.max(...before), Math.min(...after)];
  // Without overlap the steepest curve is the likeliest, and there is no steepest one.
  if (lastBefore < firstAfter) return { midpoint: (lastBefore + firstAfter) / 2, span: 0 };
  let [offset, slope] = [0, 0];
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    const sums = { offset: 0, slope: 0, oo: 0, os: 0, ss: 0 };
    for (const { x, crossed } of points) {
      const share = 1 / (1 + Math.exp(-(offset + slope * x)));
      const weight = share * (1 - share);
      const rest = (crossed ? 1 : 0) - share;
      sums.offset += rest;
      sums.slope += rest * x;
      sums.oo += weight;
      sums.os += weight * x;
      sums.ss += weight * x * x;
    }
    const determinant = sums.oo * sums.ss - sums.os * sums.os;
    if (!(determinant > 1e-12)) break;
    const steps = [
      (sums.ss * sums.offset - sums.os * sums.slope) / determinant,
      (sums.oo * sums.slope - sums.os * sums.offset) / determinant,
    ] as const;
    offset += steps[0];
    slope += steps[1];
    if (Math.abs(steps[0]) + Math.abs(steps[1]) < 1e-10) break;
  }
  // All on one x, or more on the near side the further one goes: no transition.
  if (!Number.isFinite(offset / slope) || slope <= 0) return undefined;
  return { midpoint: -offset / slope, span: spanOfScale / slope };
}
