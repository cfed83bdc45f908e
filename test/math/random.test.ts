import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandomStream, randomPermutation } from '../../src/math/random.ts';
import { mean, standardDeviation } from '../../src/math/statistics.ts';

const draw = (count: number, next: () => number) => Array.from({ length: count }, next);

describe('a random stream', () => {
  it('gives the numbers it always gave: runs of old seeds can be repeated', () => {
    const weights = createRandomStream(1, 'weights');
    expect(draw(3, weights.uniform).map((value) => value * 2 ** 32)).toEqual([
      4259203004, 1604306149, 389980323,
    ]);
    const split = createRandomStream(4294967295, 'split');
    expect(draw(2, split.uniform).map((value) => value * 2 ** 32)).toEqual([1696044081, 55843141]);
    expect([...randomPermutation(8, split)]).toEqual([1, 5, 7, 2, 6, 3, 0, 4]);
  });

  it('repeats itself for the same seed and purpose, and only then', () => {
    const first = (seed: number, purpose: string) =>
      draw(20, createRandomStream(seed, purpose).uniform);
    expect(first(7, 'weights')).toEqual(first(7, 'weights'));
    expect(first(7, 'weights')).toEqual(first(7 + 2 ** 32, 'weights'));
    const streams = [first(7, 'weights'), first(8, 'weights'), first(7, 'split'), first(0, '')];
    expect(new Set(streams.flat()).size).toBe(80);
  });

  it('is uniform on [0, 1)', () => {
    const { uniform } = createRandomStream(2, 'uniform');
    const counts = new Array<number>(64).fill(0);
    const values = draw(64_000, uniform);
    for (const value of values) {
      const bin = Math.floor(value * 64);
      counts[bin] = (counts[bin] as number) + 1;
    }
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    // χ² with 63 degrees of freedom: 99.99 % lie below 114.
    const squares = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(squares).toBeLessThan(114);
    expect(Math.abs(correlation(values.slice(1), values.slice(0, -1)))).toBeLessThan(0.016);
  });

  it('has normal numbers with the moments and tails of a normal distribution', () => {
    const { normal } = createRandomStream(3, 'normal');
    const values = draw(40_000, normal);
    const moment = (power: number) => mean(values.map((value) => value ** power));
    expect(Math.abs(moment(1))).toBeLessThan(0.02);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(0.03);
    expect(Math.abs(moment(3))).toBeLessThan(0.08);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.2);
    const share = (limit: number) => mean(values.map((value) => (Math.abs(value) > limit ? 1 : 0)));
    expect(Math.abs(share(1.96) - 0.05)).toBeLessThan(0.005);
    expect(Math.abs(correlation(values.slice(1), values.slice(0, -1)))).toBeLessThan(0.02);
  });

  it('has whole numbers below their bound, all of them equally often', () => {
    const { integer } = createRandomStream(4, 'integer');
    const counts = new Array<number>(59).fill(0);
    for (const value of draw(59_000, () => integer(59)))
      counts[value] = (counts[value] as number) + 1;
    expect(counts).toHaveLength(59);
    // χ² with 58 degrees of freedom.
    expect(counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(108);
    expect(draw(100, () => integer(1))).toEqual(new Array(100).fill(0));
  });

  it('is independent for neighbouring seeds', () => {
    const left = draw(4000, createRandomStream(10, 'weights').uniform);
    const right = draw(4000, createRandomStream(11, 'weights').uniform);
    expect(Math.abs(correlation(left, right))).toBeLessThan(0.06);
  });
});

describe('a random permutation', () => {
  it('holds every number once', () => {
    fastCheck.assert(
      fastCheck.property(
        fastCheck.integer({ min: 0, max: 300 }),
        fastCheck.nat(),
        (length, seed) => {
          const order = randomPermutation(length, createRandomStream(seed, 'permutation'));
          expect([...order].sort((a, b) => a - b)).toEqual([...Array(length).keys()]);
        },
      ),
    );
  });

  it('puts each number at each place equally often', () => {
    const random = createRandomStream(5, 'permutation');
    const counts = new Array<number>(25).fill(0);
    for (let round = 0; round < 5000; round++) {
      randomPermutation(5, random).forEach((value, place) => {
        counts[5 * place + value] = (counts[5 * place + value] as number) + 1;
      });
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(130);
  });
});

function correlation(left: readonly number[], right: readonly number[]): number {
  const centreLeft = mean(left);
  const centreRight = mean(right);
  const products = left.map(
    (value, index) => (value - centreLeft) * ((right[index] as number) - centreRight),
  );
  return mean(products) / (standardDeviation(left) * standardDeviation(right));
}
