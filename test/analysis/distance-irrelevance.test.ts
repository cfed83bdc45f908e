import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceIrrelevance } from '../../src/analysis/distance-irrelevance.ts';
import { modulo } from '../../src/math/modular.ts';
import { createRandomStream } from '../../src/math/random.ts';
import { mean, standardDeviation } from '../../src/math/statistics.ts';
import { allPairs } from '../support/networks.ts';

/** Logits of all pairs out of a function of the sum and the distance. */
function logitsOf(p: number, value: (sum: number, distance: number) => number): number[] {
  return allPairs(p).map(([a, b]) => value((a + b) % p, modulo(a - b, p)));
}

/** The paper's words: the matrix over a + b ≡ i and a − b ≡ j, for odd p. */
function byMatrix(logits: readonly number[], p: number): number {
  const half = (p + 1) / 2;
  const columns = Array.from({ length: p }, (_, j) =>
    Array.from({ length: p }, (_unused, i) => {
      const a = modulo((i + j) * half, p);
      const b = modulo((i - j) * half, p);
      return logits[a * p + b] as number;
    }),
  );
  return mean(columns.map(standardDeviation)) / standardDeviation(logits);
}

describe('distance irrelevance', () => {
  it('is 1 when logits depend on the sum alone, as in a pure Clock', () => {
    for (const p of [3, 15, 59]) {
      const bySum = logitsOf(p, (sum) => Math.sin(sum) + sum);
      expect(distanceIrrelevance(bySum, p)).toBeCloseTo(1, 12);
    }
    const clock = logitsOf(59, (sum) => Math.cos((2 * Math.PI * 5 * sum) / 59));
    expect(distanceIrrelevance(clock, 59)).toBeCloseTo(1, 12);
  });

  it('is 0 when logits depend on the distance alone, as in a pure Pizza', () => {
    for (const p of [2, 12, 59]) {
      const pizza = logitsOf(p, (_, distance) => Math.abs(Math.cos((Math.PI * distance) / p)));
      expect(distanceIrrelevance(pizza, p)).toBeLessThan(1e-9);
    }
  });

  it('weighs both parts of a sum of them by their spread', () => {
    const p = 59;
    const both = logitsOf(
      p,
      (sum, distance) =>
        3 * Math.cos((2 * Math.PI * sum) / p) + 4 * Math.cos((2 * Math.PI * distance) / p),
    );
    expect(distanceIrrelevance(both, p)).toBeCloseTo(3 / 5, 10);
  });

  it('agrees with the paper’s matrix for odd p', () => {
    fastCheck.assert(
      fastCheck.property(fastCheck.constantFrom(3, 5, 9, 15, 31), fastCheck.nat(), (p, seed) => {
        const logits = Array.from({ length: p * p }, createRandomStream(seed, 'q').normal);
        expect(distanceIrrelevance(logits, p)).toBeCloseTo(byMatrix(logits, p), 10);
      }),
    );
  });

  it('is never negative and does not see shifts and scales, for any p', () => {
    fastCheck.assert(
      fastCheck.property(fastCheck.integer({ min: 2, max: 24 }), fastCheck.nat(), (p, seed) => {
        const logits = Array.from({ length: p * p }, createRandomStream(seed, 'q').normal);
        const q = distanceIrrelevance(logits, p);
        expect(q).toBeGreaterThanOrEqual(0);
        expect(q).toBeLessThanOrEqual(1 + 1e-9);
        const changed = logits.map((value) => 7 - 3 * value);
        expect(distanceIrrelevance(changed, p)).toBeCloseTo(q, 9);
      }),
    );
  });

  it('has no value when all logits are equal', () => {
    expect(distanceIrrelevance(new Float32Array(25).fill(2), 5)).toBeNaN();
  });
});
