/** Medians and spread: a busy machine makes some turns slow, and none too fast. */

/** Summary of repeated measurements, in their unit. NaN throughout for none. */
export interface Spread {
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Middle value, which one slow turn does not move; NaN for no values. */
export function median(values: readonly number[]): number {
  return quantile(sorted(values), 0.5);
}

/** Summary of `values`, whose order does not matter. */
export function spreadOf(values: readonly number[]): Spread {
  const ordered = sorted(values);
  return {
    median: quantile(ordered, 0.5),
    lowerQuartile: quantile(ordered, 0.25),
    upperQuartile: quantile(ordered, 0.75),
    lowest: quantile(ordered, 0),
    highest: quantile(ordered, 1),
  };
}

function sorted(values: readonly number[]): number[] {
  return [...values].sort((left, right) => left - right);
}

/** Linear between neighbours. @param share 0 … 1 */
function quantile(ordered: readonly number[], share: number): number {
  if (ordered.length === 0) return Number.NaN;
  const place = share * (ordered.length - 1);
  const below = ordered[Math.floor(place)] as number;
  const above = ordered[Math.ceil(place)] as number;
  return below + (above - below) * (place - Math.floor(place));
}
