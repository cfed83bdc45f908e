import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attentionRateEdges,
  quantile,
  quartileBins,
} from '../../../src/analysis/phase-map/bins.ts';

describe('a quantile', () => {
  it('lies between the two nearest values', () => {
    expect([0, 0.25, 0.5, 0.9, 1].map((share) => quantile([1, 2, 3, 10], share))).toEqual(
      [1, 1.75, 2.5, 7.9, 10].map((value) => expect.closeTo(value, 12)),
    );
    expect(quantile([4], 0.25)).toBe(4);
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('quartiles in bins', () => {
  it('put an edge into the bin above, and the last edge into the last', () => {
    const bins = quartileBins([0, 0.5, 0.5, 1, 1.1, -0.1], [1, 2, 4, 6, 100, 100], [0, 0.5, 1]);
    expect(bins).toEqual([
      { from: 0, to: 0.5, low: 1, median: 1, high: 1, count: 1 },
      { from: 0.5, to: 1, low: 3, median: 4, high: 5, count: 3 },
    ]);
  });

  it('leave out bins without values, and values that are no numbers', () => {
    expect(quartileBins([0.1, 0.9, Number.NaN], [Number.NaN, 3, 1], [0, 0.5, 1])).toEqual([
      { from: 0.5, to: 1, low: 3, median: 3, high: 3, count: 1 },
    ]);
    expect(quartileBins([0.1], [1], [])).toEqual([]);
  });

  it('count every value within the edges once, in order', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share)), (runs) => {
        const x = runs.map(([place]) => place);
        const bins = quartileBins(
          x,
          runs.map(([, value]) => value),
          attentionRateEdges(x),
        );
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(runs.length);
        for (const { from, to, low, median, high } of bins) {
          expect(from < to && low <= median && median <= high).toBe(true);
        }
      }),
    );
  });
});

describe('edges over the attention rate', () => {
  it('lie half-way between the values of a grid', () => {
    const edges = attentionRateEdges([0, 0.1, 0.1 + 1e-12, 0.2, 0.5]);
    expect(edges).toEqual([-0.05, 0.05, 0.15, 0.35, 0.65].map((edge) => expect.closeTo(edge, 12)));
    expect(attentionRateEdges([0.3])).toEqual([0.25, 0.35]);
  });

  it('are those of SCIENCE section 6 for runs that are on no grid', () => {
    const tenths = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
    expect(attentionRateEdges(Array.from({ length: 26 }, (_, at) => at / 26))).toEqual(tenths);
    expect(attentionRateEdges([])).toEqual(tenths);
  });
});
