import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHalfPrecision, toHalfPrecision } from '../../src/formats/half-precision.ts';

describe('half precision', () => {
  it('gives every one of its numbers back', () => {
    for (let bits = 0; bits < 65536; bits++) {
      const value = fromHalfPrecision(bits);
      if (Number.isNaN(value)) expect(fromHalfPrecision(toHalfPrecision(value))).toBeNaN();
      else expect(toHalfPrecision(value)).toBe(bits);
    }
  });

  it('takes the nearest', () => {
    fc.assert(
      fc.property(fc.double({ min: -65000, max: 65000, noNaN: true }), (value) => {
        const bits = toHalfPrecision(value);
        const error = Math.abs(fromHalfPrecision(bits) - value);
        for (const neighbour of [bits - 1, bits + 1]) {
          const other = fromHalfPrecision(neighbour & 0xffff);
          if (Number.isFinite(other)) expect(error).toBeLessThanOrEqual(Math.abs(other - value));
        }
      }),
      { numRuns: 10_000 },
    );
    expect(toHalfPrecision(1e9)).toBe(0x7c00);
    expect(toHalfPrecision(-1e9)).toBe(0xfc00);
    expect(toHalfPrecision(1 + 2 ** -11)).toBe(0x3c00);
    expect(toHalfPrecision(1 + 3 * 2 ** -11)).toBe(0x3c02);
  });
});
