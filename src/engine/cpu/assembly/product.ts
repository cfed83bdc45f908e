/**
 * Matrix products, the bulk of a step. Every sum runs over its terms in order, so results do not
 * depend on the machine. Tiles of four rows and eight columns keep eight sums in registers; both
 * factors are read from packed panels, one address each, which is a third faster here than reading
 * four rows at four addresses.
 */
import { bytes, storeFirst } from './lanes';

/**
 * Arranges a matrix (depth × columns, strides in numbers) for `product`: panels of eight columns;
 * the last is four wide when no more columns are left. Missing columns are zero.
 */
export function packColumns(
  depth: i32,
  columns: i32,
  source: usize,
  rowStride: i32,
  columnStride: i32,
  target: usize,
): void {
  for (let column = 0; column < columns; column += 8) {
    const width = columns - column <= 4 ? 4 : 8;
    const filled = min(width, columns - column);
    const first = source + bytes(column * columnStride);
    if (columnStride == 1) packRowsOfPanel(depth, width, filled, first, bytes(rowStride), target);
    else packColumnsOfPanel(depth, width, filled, first, bytes(rowStride), bytes(columnStride), target);
    target += bytes(depth * width);
  }
}

/** Neighbouring columns lie side by side: whole vectors can be copied. */
@inline
function packRowsOfPanel(
  depth: i32,
  width: i32,
  filled: i32,
  source: usize,
  rowStride: usize,
  target: usize,
): void {
  for (let k = 0; k < depth; k++) {
    if (filled == 8) {
      v128.store(target, v128.load(source));
      v128.store(target, v128.load(source, 16), 16);
    } else {
      for (let lane = 0; lane < width; lane++) {
        f32.store(target + bytes(lane), lane < filled ? f32.load(source + bytes(lane)) : 0);
      }
    }
    source += rowStride;
    target += bytes(width);
  }
}

/** One column after the other: each is read along its own direction. */
@inline
function packColumnsOfPanel(
  depth: i32,
  width: i32,
  filled: i32,
  source: usize,
  rowStride: usize,
  columnStride: usize,
  target: usize,
): void {
  for (let lane = 0; lane < width; lane++) {
    let from = source + <usize>lane * columnStride;
    let to = target + bytes(lane);
    for (let k = 0; k < depth; k++) {
      f32.store(to, lane < filled ? f32.load(from) : 0);
      from += rowStride;
      to += bytes(width);
    }
  }
}

/** Arranges rows for `product`: four at a time, interleaved. Missing rows repeat the last. */
function packRows(rows: i32, depth: i32, source: usize, stride: i32, target: usize): void {
  const last = rows - 1;
  for (let row = 0; row < rows; row += 4) {
    let r0 = source + bytes(row * stride);
    let r1 = source + bytes(min(row + 1, last) * stride);
    let r2 = source + bytes(min(row + 2, last) * stride);
    let r3 = source + bytes(min(row + 3, last) * stride);
    const whole = depth & ~3;
    for (let k = 0; k < whole; k += 4) {
      const v0 = v128.load(r0);
      const v1 = v128.load(r1);
      const v2 = v128.load(r2);
      const v3 = v128.load(r3);
      const low01 = v128.shuffle<f32>(v0, v1, 0, 4, 1, 5);
      const high01 = v128.shuffle<f32>(v0, v1, 2, 6, 3, 7);
      const low23 = v128.shuffle<f32>(v2, v3, 0, 4, 1, 5);
      const high23 = v128.shuffle<f32>(v2, v3, 2, 6, 3, 7);
      v128.store(target, v128.shuffle<f64>(low01, low23, 0, 2));
      v128.store(target, v128.shuffle<f64>(low01, low23, 1, 3), 16);
      v128.store(target, v128.shuffle<f64>(high01, high23, 0, 2), 32);
      v128.store(target, v128.shuffle<f64>(high01, high23, 1, 3), 48);
      r0 += 16;
      r1 += 16;
      r2 += 16;
      r3 += 16;
      target += 64;
    }
    for (let k = whole; k < depth; k++) {
      f32.store(target, f32.load(r0));
      f32.store(target, f32.load(r1), 4);
      f32.store(target, f32.load(r2), 8);
      f32.store(target, f32.load(r3), 12);
      r0 += 4;
      r1 += 4;
      r2 += 4;
      r3 += 4;
      target += 16;
    }
  }
}

/**
 * C = A·B, or C += A·B.
 *
 * @param a rows × depth
 * @param packed B, depth × columns, arranged by `packColumns`
 * @param c rows × columns
 * @param scratch room for A with its rows rounded up to four
 */
export function product(
  rows: i32,
  columns: i32,
  depth: i32,
  a: usize,
  aStride: i32,
  packed: usize,
  c: usize,
  cStride: i32,
  adds: bool,
  scratch: usize,
): void {
  packRows(rows, depth, a, aStride, scratch);
  let column = 0;
  for (; column + 4 < columns; column += 8) {
    for (let row = 0; row < rows; row += 4) {
      wideTile(
        min(4, rows - row), columns - column, depth,
        scratch + bytes(row * depth), 16, packed, 32,
        c + bytes(row * cStride + column), bytes(cStride), adds,
      );
    }
    packed += bytes(depth * 8);
  }
  if (column >= columns) return;
  for (let row = 0; row < rows; row += 4) {
    narrowTile(
      min(4, rows - row), columns - column, depth,
      scratch + bytes(row * depth), 16, packed, 16,
      c + bytes(row * cStride + column), bytes(cStride), adds,
    );
  }
}

/**
 * C = Aᵀ·B, or C += Aᵀ·B: the form of weight gradients. Reads up to three numbers beyond a row of A.
 *
 * @param a depth × rows
 * @param b depth × columns
 * @param c rows × columns
 * @param scratch room for B with its columns rounded up to eight, and four columns of A
 */
export function productOverRows(
  rows: i32,
  columns: i32,
  depth: i32,
  a: usize,
  aStride: i32,
  b: usize,
  bStride: i32,
  c: usize,
  cStride: i32,
  adds: bool,
  scratch: usize,
): void {
  packColumns(depth, columns, b, bStride, 1, scratch);
  const left = scratch + bytes(depth * ((columns + 7) & ~7));
  for (let row = 0; row < rows; row += 4) {
    packFour(depth, a + bytes(row), aStride, left);
    let packed = scratch;
    let target = c + bytes(row * cStride);
    let column = columns;
    for (; column > 4; column -= 8, target += 32) {
      wideTile(min(4, rows - row), column, depth, left, 16, packed, 32, target, bytes(cStride), adds);
      packed += bytes(depth * 8);
    }
    if (column > 0) {
      narrowTile(min(4, rows - row), column, depth, left, 16, packed, 16, target, bytes(cStride), adds);
    }
  }
}

/** Four neighbouring columns of a matrix, one row after the other. */
@inline
function packFour(depth: i32, source: usize, stride: i32, target: usize): void {
  for (let k = 0; k < depth; k++) {
    v128.store(target, v128.load(source));
    source += bytes(stride);
    target += 16;
  }
}

/** Up to 4 × 8 results; the steps lead from one term of the sums to the next. */
@inline
function wideTile(
  rows: i32,
  columns: i32,
  depth: i32,
  a: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  c: usize,
  cStride: usize,
  adds: bool,
): void {
  let s00 = f32x4.splat(0);
  let s01 = s00;
  let s10 = s00;
  let s11 = s00;
  let s20 = s00;
  let s21 = s00;
  let s30 = s00;
  let s31 = s00;
  for (let k = 0; k < depth; k++) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<f32>(a);
    s00 = f32x4.add(s00, f32x4.mul(x, b0));
    s01 = f32x4.add(s01, f32x4.mul(x, b1));
    x = v128.load_splat<f32>(a, 4);
    s10 = f32x4.add(s10, f32x4.mul(x, b0));
    s11 = f32x4.add(s11, f32x4.mul(x, b1));
    x = v128.load_splat<f32>(a, 8);
    s20 = f32x4.add(s20, f32x4.mul(x, b0));
    s21 = f32x4.add(s21, f32x4.mul(x, b1));
    x = v128.load_splat<f32>(a, 12);
    s30 = f32x4.add(s30, f32x4.mul(x, b0));
    s31 = f32x4.add(s31, f32x4.mul(x, b1));
    a += aStep;
    b += bStep;
  }
  settleRow(c, s00, s01, columns, adds);
  if (rows > 1) settleRow(c + cStride, s10, s11, columns, adds);
  if (rows > 2) settleRow(c + 2 * cStride, s20, s21, columns, adds);
  if (rows > 3) settleRow(c + 3 * cStride, s30, s31, columns, adds);
}

/** Up to 4 × 4 results. */
@inline
function narrowTile(
  rows: i32,
  columns: i32,
  depth: i32,
  a: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  c: usize,
  cStride: usize,
  adds: bool,
): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  for (let k = 0; k < depth; k++) {
    const b0 = v128.load(b);
    s0 = f32x4.add(s0, f32x4.mul(v128.load_splat<f32>(a), b0));
    s1 = f32x4.add(s1, f32x4.mul(v128.load_splat<f32>(a, 4), b0));
    s2 = f32x4.add(s2, f32x4.mul(v128.load_splat<f32>(a, 8), b0));
    s3 = f32x4.add(s3, f32x4.mul(v128.load_splat<f32>(a, 12), b0));
    a += aStep;
    b += bStep;
  }
  settle(c, s0, columns, adds);
  if (rows > 1) settle(c + cStride, s1, columns, adds);
  if (rows > 2) settle(c + 2 * cStride, s2, columns, adds);
  if (rows > 3) settle(c + 3 * cStride, s3, columns, adds);
}

@inline
function settleRow(target: usize, low: v128, high: v128, columns: i32, adds: bool): void {
  settle(target, low, columns, adds);
  settle(target + 16, high, columns - 4, adds);
}

@inline
function settle(target: usize, value: v128, columns: i32, adds: bool): void {
  storeFirst(target, adds ? f32x4.add(v128.load(target), value) : value, columns);
}
