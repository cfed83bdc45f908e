/** Arithmetic of whole numbers modulo p. */

/** Remainder in 0 … p − 1, for negative numbers too. */
export function modulo(value: number, p: number): number {
  return ((value % p) + p) % p;
}

/** Greatest common divisor of two whole numbers. */
export function greatestCommonDivisor(left: number, right: number): number {
  let a = Math.abs(left);
  let b = Math.abs(right);
  while (b > 0) [a, b] = [b, a % b];
  return a;
}

/** The number x in 1 … p − 1 with k·x ≡ 1 (mod p); undefined when k and p share a factor. */
export function modularInverse(k: number, p: number): number | undefined {
  let [previous, current] = [modulo(k, p), p];
  let [previousFactor, factor] = [1, 0];
  while (current > 0) {
    const quotient = Math.floor(previous / current);
    [previous, current] = [current, previous - quotient * current];
    [previousFactor, factor] = [factor, previousFactor - quotient * factor];
  }
  return previous === 1 ? modulo(previousFactor, p) : undefined;
}
