import { describe, expect, it } from 'vitest';
import { agreementWith } from '../../src/bench/agreement.ts';
import { median, spreadOf } from '../../src/bench/statistics.ts';

describe('the median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 2, 100], 3],
    [[], Number.NaN],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe('the spread', () => {
  it('has quartiles between its ends, whatever the order', () => {
    expect(spreadOf([5, 1, 3, 2, 4])).toEqual({
      median: 3,
      lowerQuartile: 2,
      upperQuartile: 4,
      lowest: 1,
      highest: 5,
    });
  });

  it('of nothing is not a number', () => {
    expect(Object.values(spreadOf([])).every(Number.isNaN)).toBe(true);
  });
});

describe('agreement of losses', () => {
  const losses = (...values: number[]) =>
    values.map((value) => ({ trainLoss: value, testLoss: 2 * value }));

  it('is relative, at the step that was named', () => {
    const { step, train, test } = agreementWith(losses(1, 2, 3.3), losses(1, 2, 3), 2);
    expect(step).toBe(2);
    expect(train).toBeCloseTo(0.1);
    expect(test).toBeCloseTo(0.1);
  });

  it('is looked at earlier when one of them came less far', () => {
    expect(agreementWith(losses(1, 2), losses(1, 2, 3), 20)).toEqual({
      step: 1,
      train: 0,
      test: 0,
    });
  });

  it('does not exist without losses', () => {
    expect(agreementWith([], losses(1), 20).train).toBeNaN();
  });
});
