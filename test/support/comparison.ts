/** Measures how far computed numbers are from expected ones. */

/**
 * Largest absolute difference, divided by the largest absolute expected value (by 1 where all
 * expected values are 0). Infinity when a value is missing or not a number.
 */
export function relativeDifference(
  computed: ArrayLike<number>,
  expected: ArrayLike<number>,
): number {
  if (computed.length !== expected.length) return Number.POSITIVE_INFINITY;
  let scale = 0;
  let difference = 0;
  for (let index = 0; index < expected.length; index++) {
    const target = expected[index] as number;
    const distance = Math.abs((computed[index] as number) - target);
    if (Number.isNaN(distance)) return Number.POSITIVE_INFINITY;
    scale = Math.max(scale, Math.abs(target));
    difference = Math.max(difference, distance);
  }
  return difference / (scale > 0 ? scale : 1);
}

/** True for 0 and for numbers that float32 holds with full precision; false for subnormal ones. */
export function isNormalOrZero(value: number): boolean {
  return value === 0 || Math.abs(value) >= 2 ** -126;
}
