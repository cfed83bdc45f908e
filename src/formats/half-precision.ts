/** IEEE 754 binary16: three decimal digits in two bytes. */

/** The number that 16 bits stand for. */
export function fromHalfPrecision(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The 16 bits nearest to a number, ties to even; beyond 65,504 infinity. */
export function toHalfPrecision(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  if (Number.isNaN(value)) return 0x7e00;
  const size = Math.abs(value);
  if (size >= 65520) return sign | 0x7c00;
  // Below the normal numbers all steps are equally long.
  const exponent = Math.max(-14, Math.floor(Math.log2(size || 1e-9)));
  const steps = roundToEven(size / 2 ** (exponent - 10));
  if (exponent === -14 && steps < 1024) return sign | steps;
  // A carry out of the fraction is one more in the exponent, as it should be.
  return sign | (((exponent + 15) << 10) + steps - 1024);
}

function roundToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return below + (rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? 1 : 0);
}
