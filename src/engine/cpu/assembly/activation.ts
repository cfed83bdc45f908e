/** The bend in the hidden layer, and its slope. Rows are a multiple of four numbers long. */
import { bytes } from './lanes';
import { errorFunction, exponential } from './exponential';

const rectifies: i32 = 1;

/**
 * values = activation(values), in place.
 *
 * @param kind 0 nothing, 1 ReLU, 2 GELU in its exact erf form
 * @param slopes receives GELU's slope; ReLU's can be read from its result. Same stride as values.
 */
export function bend(rows: i32, width: i32, values: usize, slopes: usize, stride: i32, kind: i32): void {
  if (kind == 0) return;
  for (let row = 0; row < rows; row++) {
    const start = values + bytes(row * stride);
    if (kind == rectifies) rectify(start, width);
    else bendSmoothly(start, slopes + bytes(row * stride), width);
  }
}

@inline
function rectify(row: usize, width: i32): void {
  const zero = f32x4.splat(0);
  const end = row + bytes(width);
  for (; row < end; row += 16) v128.store(row, f32x4.max(v128.load(row), zero));
}

/** x·Φ(x) and its slope Φ(x) + x·φ(x). */
@inline
function bendSmoothly(row: usize, slope: usize, width: i32): void {
  const half = f32x4.splat(0.5);
  const end = row + bytes(width);
  for (; row < end; row += 16, slope += 16) {
    const x = v128.load(row);
    const error = errorFunction(f32x4.mul(x, f32x4.splat(0.70710678118654752)));
    const cumulative = f32x4.add(f32x4.mul(error, half), half);
    const density = f32x4.mul(
      exponential(f32x4.mul(f32x4.mul(x, x), f32x4.splat(-0.5))),
      f32x4.splat(0.39894228040143268),
    );
    v128.store(row, f32x4.mul(x, cumulative));
    v128.store(slope, f32x4.add(cumulative, f32x4.mul(x, density)));
  }
}

/**
 * gradient = gradient·slope, in place.
 *
 * @param values results of `bend`, which tell ReLU's slope: 0 at 0, as in PyTorch
 */
export function bendBack(
  rows: i32,
  width: i32,
  values: usize,
  slopes: usize,
  gradient: usize,
  stride: i32,
  kind: i32,
): void {
  if (kind == 0) return;
  const zero = f32x4.splat(0);
  for (let row = 0; row < rows; row++) {
    const offset = bytes(row * stride);
    let target = gradient + offset;
    let source = (kind == rectifies ? values : slopes) + offset;
    const end = target + bytes(width);
    if (kind == rectifies) {
      for (; target < end; target += 16, source += 16) {
        v128.store(target, v128.and(v128.load(target), f32x4.gt(v128.load(source), zero)));
      }
    } else {
      for (; target < end; target += 16, source += 16) {
        v128.store(target, f32x4.mul(v128.load(target), v128.load(source)));
      }
    }
  }
}
