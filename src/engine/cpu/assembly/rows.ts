/** Sums and copies of rows. Row lengths need not be multiples of four. */
import { bytes } from './lanes';

/** target += factor·source, over so many numbers. */
@inline
export function addScaledRow(count: i32, source: usize, factor: f32, target: usize): void {
  const factors = f32x4.splat(factor);
  const whole = target + bytes(count & ~3);
  for (; target < whole; target += 16, source += 16) {
    v128.store(target, f32x4.add(v128.load(target), f32x4.mul(v128.load(source), factors)));
  }
  for (const end = target + bytes(count & 3); target < end; target += 4, source += 4) {
    f32.store(target, f32.load(target) + f32.load(source) * factor);
  }
}

/** target += factor·source. */
export function addScaled(count: i32, source: usize, factor: f32, target: usize): void {
  addScaledRow(count, source, factor, target);
}

/** The numbers of a vector become zero. */
export function clear(count: i32, target: usize): void {
  memory.fill(target, 0, bytes(count));
}

/** Adds one row to all rows. */
export function addToRows(rows: i32, width: i32, row: usize, target: usize, stride: i32): void {
  for (let index = 0; index < rows; index++) addScaledRow(width, row, 1, target + bytes(index * stride));
}

/** target += sum of the rows. */
export function addRowSums(rows: i32, width: i32, source: usize, stride: i32, target: usize): void {
  for (let index = 0; index < rows; index++) addScaledRow(width, source + bytes(index * stride), 1, target);
}

/**
 * Rows of a table, one for each index.
 *
 * @param indices 32-bit integers, or 0 for the table's first row every time
 */
export function gatherRows(
  rows: i32,
  width: i32,
  indices: usize,
  table: usize,
  target: usize,
): void {
  for (let row = 0; row < rows; row++) {
    const index = indices == 0 ? 0 : i32.load(indices + bytes(row));
    memory.copy(target + bytes(row * width), table + bytes(index * width), bytes(width));
  }
}

/** Adds rows to those of a table. The way back of `gatherRows`. */
export function scatterRows(
  rows: i32,
  width: i32,
  indices: usize,
  source: usize,
  table: usize,
): void {
  for (let row = 0; row < rows; row++) {
    const index = indices == 0 ? 0 : i32.load(indices + bytes(row));
    addScaledRow(width, source + bytes(row * width), 1, table + bytes(index * width));
  }
}
