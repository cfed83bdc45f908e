/** Whether a grid of values is banded, and in which direction. */

/** Parts of the cells' variance that the row means and the column means explain, each 0 … 1. */
export interface BandShares {
  readonly rows: number;
  readonly columns: number;
}

export type BandDirection = 'horizontal' | 'vertical' | 'none';

/** One direction must explain at least this much, and so many times more than the other. */
const LEAST_SHARE = 0.2;
const LEAST_RATIO = 1.5;

/**
 * Variance of the row means and of the column means over the variance of the cells. Cells without
 * a finite value are left out.
 *
 * @param values size × size, row-major
 */
export function bandShares(values: ArrayLike<number>, size: number): BandShares {
  const rowSums = new Float64Array(size);
  const rowCounts = new Float64Array(size);
  const columnSums = new Float64Array(size);
  const columnCounts = new Float64Array(size);
  let sum = 0;
  let count = 0;
  for (let index = 0; index < size * size; index++) {
    const value = values[index] as number;
    if (!Number.isFinite(value)) continue;
    add(rowSums, rowCounts, Math.floor(index / size), value);
    add(columnSums, columnCounts, index % size, value);
    sum += value;
    count++;
  }
  const mean = sum / count;
  let total = 0;
  for (let index = 0; index < size * size; index++) {
    const value = values[index] as number;
    if (Number.isFinite(value)) total += (value - mean) ** 2;
  }
  if (!(total > 0)) return { rows: 0, columns: 0 };
  return {
    rows: spreadOfMeans(rowSums, rowCounts, mean) / total,
    columns: spreadOfMeans(columnSums, columnCounts, mean) / total,
  };
}

/** Horizontal when rows explain clearly more than columns, vertical the other way round. */
export function bandDirection({ rows, columns }: BandShares): BandDirection {
  if (rows >= LEAST_SHARE && rows >= LEAST_RATIO * columns) return 'horizontal';
  if (columns >= LEAST_SHARE && columns >= LEAST_RATIO * rows) return 'vertical';
  return 'none';
}

function add(sums: Float64Array, counts: Float64Array, index: number, value: number): void {
  sums[index] = (sums[index] as number) + value;
  counts[index] = (counts[index] as number) + 1;
}

function spreadOfMeans(sums: Float64Array, counts: Float64Array, mean: number): number {
  let spread = 0;
  sums.forEach((sum, index) => {
    const count = counts[index] as number;
    if (count > 0) spread += count * (sum / count - mean) ** 2;
  });
  return spread;
}
