import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParameterSet } from '../../src/model/parameters.ts';
import { WeightsHistory } from '../../src/worker/weights-history.ts';

/** Weights of this many bytes, in two tensors. */
function weightsOf(bytes: number): ParameterSet {
  return new Map([
    ['first', new Float32Array(bytes / 8)],
    ['second', new Float32Array(bytes / 8)],
  ]);
}

/** A history of 0, 10, 20, … after this many additions of 800 bytes each. */
function filled(count: number, bytes: number): WeightsHistory {
  const history = new WeightsHistory(bytes);
  for (let index = 0; index < count; index++) history.add(10 * index, weightsOf(800));
  return history;
}

describe('the weights of a run', () => {
  it('are all kept while they are few', () => {
    expect(filled(20, 20 * 800).steps).toEqual(Array.from({ length: 20 }, (_, i) => 10 * i));
  });

  it('are thinned beyond a bound in bytes, the first and the newest staying', () => {
    for (let count = 1; count <= 300; count++) {
      const { steps } = filled(count, 40 * 800);
      expect(steps.length).toBeLessThanOrEqual(40);
      expect(steps.length).toBeGreaterThanOrEqual(Math.min(count, 25));
      expect(steps[0]).toBe(0);
      const newest = Math.min(count, 10);
      expect(steps.slice(-newest)).toEqual(
        Array.from({ length: newest }, (_, i) => 10 * (count - newest + i)),
      );
    }
  });

  it('are spread over the whole run', () => {
    const { steps } = filled(1000, 40 * 800);
    const gaps = steps.slice(1).map((step, index) => step - (steps[index] as number));
    expect(Math.max(...gaps)).toBeLessThan(9990 / 4);
  });

  it('of a huge network are a few all the same', () => {
    const { steps } = filled(100, 1);
    expect(steps.length).toBeLessThanOrEqual(8);
    expect(steps.length).toBeGreaterThan(4);
    expect([steps[0], steps.at(-1)]).toEqual([0, 990]);
  });

  it('count by their bytes, not by their tensors', () => {
    const history = new WeightsHistory(100 * 800);
    for (let step = 0; step < 50; step++) history.add(step, weightsOf(8000));
    expect(history.steps.length).toBeLessThanOrEqual(10);
  });

  it('have rising steps, whatever order they come in', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 60 }), (given) => {
        const history = new WeightsHistory(10 * 800);
        for (const step of given) history.add(step, weightsOf(800));
        const { steps } = history;
        expect(steps).toEqual([...new Set(steps)].sort((left, right) => left - right));
        expect(steps.at(-1)).toBe(given.at(-1));
      }),
      { numRuns: 300 },
    );
  });

  it('of the same step again replace the earlier', () => {
    const history = filled(3, 1e6);
    const newer = weightsOf(800);
    history.add(20, newer);
    expect(history.steps).toEqual([0, 10, 20]);
    expect(history.nearest(20)?.parameters).toBe(newer);
  });
});

describe('the nearest weights', () => {
  it.each([
    [-5, 0],
    [0, 0],
    [4, 0],
    [6, 10],
    [14, 10],
    [20, 20],
    [1e9, 20],
  ])('to step %i are those of step %i', (asked, found) => {
    expect(filled(3, 1e6).nearest(asked)?.step).toBe(found);
  });

  it('are the earlier of two that are equally near', () => {
    expect(filled(3, 1e6).nearest(5)?.step).toBe(0);
  });

  it('do not exist before there are any', () => {
    expect(new WeightsHistory().nearest(0)).toBeUndefined();
    expect(new WeightsHistory().steps).toEqual([]);
  });
});
