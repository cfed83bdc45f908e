/** Small helpers on vectors of four numbers. */

/** Stores the first `count` (1…4) numbers of a vector. */
@inline
export function storeFirst(target: usize, value: v128, count: i32): void {
  if (count >= 4) {
    v128.store(target, value);
    return;
  }
  f32.store(target, f32x4.extract_lane(value, 0));
  if (count > 1) f32.store(target, f32x4.extract_lane(value, 1), 4);
  if (count > 2) f32.store(target, f32x4.extract_lane(value, 2), 8);
}

/** Sum of the four numbers, in a fixed order. */
@inline
export function sumOfLanes(value: v128): f32 {
  const low = f32x4.extract_lane(value, 0) + f32x4.extract_lane(value, 1);
  const high = f32x4.extract_lane(value, 2) + f32x4.extract_lane(value, 3);
  return low + high;
}

/** Largest of the four numbers. */
@inline
export function largestLane(value: v128): f32 {
  const low = max(f32x4.extract_lane(value, 0), f32x4.extract_lane(value, 1));
  const high = max(f32x4.extract_lane(value, 2), f32x4.extract_lane(value, 3));
  return max(low, high);
}

/**
 * Zero where a value is closer to zero than `tiny`. Late in training such values would become
 * subnormal numbers, which are many times slower on every CPU. NaN stays NaN.
 */
@inline
export function flushed(value: v128, tiny: v128): v128 {
  return v128.andnot(value, f32x4.lt(f32x4.abs(value), tiny));
}

/** Bytes of so many numbers. */
@inline
export function bytes(numbers: i32): usize {
  return <usize>numbers << 2;
}
