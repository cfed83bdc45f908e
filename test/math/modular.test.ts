import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatestCommonDivisor, modularInverse, modulo } from '../../src/math/modular.ts';

const modulus = fastCheck.integer({ min: 2, max: 500 });
const whole = fastCheck.integer({ min: -100_000, max: 100_000 });

describe('arithmetic modulo p', () => {
  it('gives remainders from 0 to p − 1, for negative numbers too', () => {
    expect(modulo(-1, 59)).toBe(58);
    expect(modulo(118, 59)).toBe(0);
    fastCheck.assert(
      fastCheck.property(whole, modulus, (value, p) => {
        const rest = modulo(value, p);
        expect(rest >= 0 && rest < p).toBe(true);
        expect(Number.isInteger((value - rest) / p)).toBe(true);
      }),
    );
  });

  it('has an inverse exactly for numbers that share no factor with p', () => {
    expect(modularInverse(17, 59)).toBe(7);
    expect(modularInverse(4, 12)).toBeUndefined();
    fastCheck.assert(
      fastCheck.property(whole, modulus, (k, p) => {
        const inverse = modularInverse(k, p);
        if (greatestCommonDivisor(k, p) !== 1) {
          expect(inverse).toBeUndefined();
          return;
        }
        expect(inverse).toBeGreaterThan(0);
        expect(inverse).toBeLessThan(p);
        expect(modulo(modulo(k, p) * (inverse as number), p)).toBe(1);
      }),
    );
  });

  it('finds greatest common divisors', () => {
    expect(greatestCommonDivisor(12, 18)).toBe(6);
    expect(greatestCommonDivisor(-12, 18)).toBe(6);
    expect(greatestCommonDivisor(0, 7)).toBe(7);
    expect(greatestCommonDivisor(0, 0)).toBe(0);
    fastCheck.assert(
      fastCheck.property(modulus, modulus, modulus, (a, b, factor) => {
        expect(greatestCommonDivisor(a * factor, b * factor)).toBe(
          factor * greatestCommonDivisor(a, b),
        );
      }),
    );
  });
});
