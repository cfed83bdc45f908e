import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDataset, datasetFromTrainPairs } from '../../src/model/dataset.ts';

const settings = fastCheck.record({
  p: fastCheck.integer({ min: 2, max: 40 }),
  trainFraction: fastCheck.double({ min: 0.05, max: 0.99, noNaN: true }),
  seed: fastCheck.integer({ min: 0, max: 4294967295 }),
});

describe('the dataset', () => {
  it('splits all p² pairs into ⌊fraction·p²⌋ train pairs and the rest, neither part empty', () => {
    fastCheck.assert(
      fastCheck.property(settings, (drawn) => {
        const { p, trainFraction } = drawn;
        const { trainCount, testCount, trainMask, labels } = createDataset(drawn);
        const wanted = Math.floor(trainFraction * p * p);
        expect(trainCount).toBe(Math.min(p * p - 1, Math.max(1, wanted)));
        expect(trainMask.filter((flag) => flag === 1)).toHaveLength(trainCount);
        expect(trainMask.filter((flag) => flag === 0)).toHaveLength(testCount);
        expect(trainCount + testCount).toBe(p * p);
        expect(labels).toHaveLength(p * p);
      }),
    );
  });

  it('labels the pair (a, b) at index a·p + b with a + b mod p', () => {
    const { labels } = createDataset({ p: 59, trainFraction: 0.8, seed: 1 });
    expect(labels[3 * 59 + 4]).toBe(7);
    expect(labels[58 * 59 + 58]).toBe(57);
    expect(labels[0]).toBe(0);
  });

  it('has the paper’s size at its settings', () => {
    const { trainCount, testCount } = createDataset({ p: 59, trainFraction: 0.8, seed: 1 });
    expect([trainCount, testCount]).toEqual([2784, 697]);
  });

  it('is the same for the same seed and another for another seed', () => {
    const mask = (seed: number) => createDataset({ p: 13, trainFraction: 0.5, seed }).trainMask;
    expect(mask(5)).toEqual(mask(5));
    expect(mask(5)).not.toEqual(mask(6));
  });

  it('keeps its train pairs when the fraction grows', () => {
    const few = createDataset({ p: 13, trainFraction: 0.3, seed: 5 }).trainMask;
    const many = createDataset({ p: 13, trainFraction: 0.6, seed: 5 }).trainMask;
    expect(few.every((flag, pair) => flag <= (many[pair] as number))).toBe(true);
  });

  it('draws every pair equally often', () => {
    const counts = new Array<number>(25).fill(0);
    for (let seed = 0; seed < 1000; seed++) {
      createDataset({ p: 5, trainFraction: 0.6, seed }).trainMask.forEach((flag, pair) => {
        counts[pair] = (counts[pair] as number) + flag;
      });
    }
    // 600 expected with a standard deviation of 15.5.
    for (const count of counts) expect(Math.abs(count - 600)).toBeLessThan(70);
  });

  it('can be built from known train pairs, named twice or not', () => {
    const { trainMask, trainCount, testCount } = datasetFromTrainPairs(2, [1, 3, 3]);
    expect([...trainMask]).toEqual([0, 1, 0, 1]);
    expect([trainCount, testCount]).toEqual([2, 2]);
  });
});
