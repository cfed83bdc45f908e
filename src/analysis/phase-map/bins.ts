/** Quartiles of one value in bins of another: the bands of the phase map. */

/** Quartiles of the values in one bin, in their own units. */
export interface QuartileBin {
  /** Ends of the bin, in units of x. */
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly count: number;
}

/** At most so many different x are a grid, each with a bin of its own. */
const mostGridValues = 25;
/** x that agree to a millionth are the same place of a grid, computed differently. */
const gridSteps = 1e6;
/** Half the width of a bin when there is one x only. */
const loneHalfWidth = 0.05;

/**
 * Quartiles of y in bins of x. An edge belongs to the bin above it, the last one to the last bin.
 * Bins without values are left out, and so are values outside all bins and any that are not finite.
 *
 * @param x one a run
 * @param y as many
 * @param edges ascending, one more than there are bins
 */
export function quartileBins(
  x: readonly number[],
  y: readonly number[],
  edges: readonly number[],
): QuartileBin[] {
  const bins = edges.slice(1).map(() => [] as number[]);
  x.forEach((place, index) => {
    const value = y[index] as number;
    if (Number.isFinite(value)) bins[binOf(place, edges)]?.push(value);
  });
  return bins.flatMap((values, index) => {
    if (values.length === 0) return [];
    const sorted = Float64Array.from(values).sort();
    return {
      from: edges[index] as number,
      to: edges[index + 1] as number,
      low: quantile(sorted, 0.25),
      median: quantile(sorted, 0.5),
      high: quantile(sorted, 0.75),
      count: values.length,
    };
  });
}

/**
 * Quantile by linear interpolation between the two nearest values, as numpy's default. NaN for none.
 *
 * @param sorted ascending
 * @param share 0 … 1
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return Number.NaN;
  return below + (position % 1) * (above - below);
}

/**
 * Edges for attention rates 0 … 1: half-way between the values of a grid, the outermost as far out as
 * they are in, so that the first and the last bin may reach beyond 0 and 1; else ten equal bins.
 */
export function attentionRateEdges(rates: readonly number[]): number[] {
  const values = [
    ...new Set(rates.filter(Number.isFinite).map((rate) => Math.round(rate * gridSteps))),
  ]
    .sort((left, right) => left - right)
    .map((rounded) => rounded / gridSteps);
  if (values.length === 0 || values.length > mostGridValues) {
    return Array.from({ length: 11 }, (_, index) => index / 10);
  }
  const between = values.slice(1).map((value, index) => (value + (values[index] as number)) / 2);
  const [first, last] = [values[0] as number, values.at(-1) as number];
  const start = between[0] === undefined ? first - loneHalfWidth : 2 * first - between[0];
  const end = between.length === 0 ? last + loneHalfWidth : 2 * last - (between.at(-1) as number);
  return [start, ...between, end];
}

/** Index of the bin an x lies in; −1 outside all of them. */
function binOf(x: number, edges: readonly number[]): number {
  const last = edges.length - 2;
  if (x === edges[last + 1]) return last;
  return edges.findIndex((edge, index) => x >= edge && x < (edges[index + 1] ?? Number.NaN));
}
