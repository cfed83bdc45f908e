import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cosineSimilarity,
  dotProduct,
  giniCoefficient,
  mean,
  standardDeviation,
} from '../../src/math/statistics.ts';

const numbers = fastCheck.array(fastCheck.double({ min: -1e3, max: 1e3, noNaN: true }), {
  minLength: 1,
  maxLength: 40,
});

describe('mean and standard deviation', () => {
  it('are those of the whole population', () => {
    expect(mean([1, 2, 3, 6])).toBe(3);
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBe(2);
    expect(standardDeviation([5, 5, 5])).toBe(0);
    expect(mean([])).toBeNaN();
  });

  it('keep their precision far from zero', () => {
    const shifted = [2, 4, 4, 4, 5, 5, 7, 9].map((value) => value + 1e8);
    expect(standardDeviation(shifted)).toBeCloseTo(2, 7);
  });

  it('follow shifts and scales', () => {
    fastCheck.assert(
      fastCheck.property(numbers, (values) => {
        const changed = values.map((value) => 3 - 2 * value);
        expect(mean(changed)).toBeCloseTo(3 - 2 * mean(values), 8);
        expect(standardDeviation(changed)).toBeCloseTo(2 * standardDeviation(values), 8);
      }),
    );
  });
});

describe('cosine similarity', () => {
  it('is 1, 0 or −1 for parallel, orthogonal and opposite vectors', () => {
    expect(cosineSimilarity([3, 4], [6, 8])).toBe(1);
    expect(cosineSimilarity([1, 0], [0, 5])).toBe(0);
    expect(cosineSimilarity([1, 2], [-1, -2])).toBe(-1);
  });

  it('is undefined when a vector is zero', () => {
    expect(cosineSimilarity([0, 0], [1, 2])).toBeUndefined();
    expect(cosineSimilarity([1, 2], [0, 0])).toBeUndefined();
  });

  it('stays within −1 and 1, and does not depend on lengths', () => {
    fastCheck.assert(
      fastCheck.property(
        numbers,
        fastCheck.double({ min: 0.01, max: 100, noNaN: true }),
        (v, s) => {
          const other = v.map((value, index) => value + Math.sin(index));
          const cosine = cosineSimilarity(v, other);
          fastCheck.pre(cosine !== undefined && dotProduct(v, v) > 1e-6);
          expect(Math.abs(cosine ?? 0)).toBeLessThanOrEqual(1 + 1e-12);
          const stretched = other.map((value) => s * value);
          expect(cosineSimilarity(v, stretched)).toBeCloseTo(cosine ?? 0, 9);
        },
      ),
    );
  });
});

describe('the Gini coefficient', () => {
  it('is 0 for equal values and 1 − 1/n when one holds all', () => {
    expect(giniCoefficient([4, 4, 4, 4])).toBeCloseTo(0, 14);
    expect(giniCoefficient([0, 0, 0, 9])).toBeCloseTo(0.75, 14);
    expect(giniCoefficient([1, 3])).toBeCloseTo(0.25, 14);
    expect(giniCoefficient([0, 0])).toBe(0);
  });

  it('lies between 0 and 1 and depends on neither order nor scale', () => {
    const powers = fastCheck.array(fastCheck.double({ min: 0, max: 1e3, noNaN: true }), {
      minLength: 1,
      maxLength: 30,
    });
    fastCheck.assert(
      fastCheck.property(powers, (values) => {
        const gini = giniCoefficient(values);
        expect(gini).toBeGreaterThan(-1e-12);
        expect(gini).toBeLessThan(1);
        fastCheck.pre(values.some((value) => value > 1e-3));
        const reordered = [...values].reverse().map((value) => 5 * value);
        expect(giniCoefficient(reordered)).toBeCloseTo(gini, 9);
      }),
    );
  });
});
