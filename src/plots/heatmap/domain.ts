/** The values that the ramp's two ends stand for. */

/** Lowest and highest value. */
export interface Domain {
  readonly low: number;
  readonly high: number;
}

/** Range of the finite values, and the range of the ramp without the outermost per cents. */
export interface ValueRange {
  readonly full: Domain;
  readonly robust: Domain;
}

const OUTER_SHARE = 0.01;

/** The ramp's ends come 63 % closer to their goal in so many milliseconds. */
const SMOOTHING_TIME = 350;

/** Undefined when no value is finite. */
export function valueRange(values: ArrayLike<number>): ValueRange | undefined {
  const sorted = Float32Array.from(values).filter(Number.isFinite).sort();
  if (sorted.length === 0) return undefined;
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
  return {
    full: { low: at(0), high: at(1) },
    robust: { low: at(OUTER_SHARE), high: at(1 - OUTER_SHARE) },
  };
}

/**
 * The domain some time later on its way to a goal. Approaching it gradually keeps colours from
 * flickering when the range of the logits differs from snapshot to snapshot.
 *
 * @param elapsed milliseconds; Infinity arrives
 */
export function approachDomain(current: Domain, goal: Domain, elapsed: number): Domain {
  const part = 1 - Math.exp(-elapsed / SMOOTHING_TIME);
  const next = {
    low: current.low + part * (goal.low - current.low),
    high: current.high + part * (goal.high - current.high),
  };
  // Half a colour of the ramp cannot be seen: arrive.
  const tolerance = (goal.high - goal.low) / 512;
  const isNear =
    Math.abs(next.low - goal.low) <= tolerance && Math.abs(next.high - goal.high) <= tolerance;
  return isNear ? goal : next;
}

/** Position of a value in a domain, 0 at its low end and 1 at its high end; 0.5 if it is a point. */
export function positionIn({ low, high }: Domain, value: number): number {
  return high > low ? (value - low) / (high - low) : 0.5;
}
