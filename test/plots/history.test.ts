import { describe, expect, it } from 'vitest';
import { placeVerticalTicks } from '../../src/plots/axes.ts';
import {
  isValue,
  nearestPointIndex,
  newestStep,
  shownPointIndex,
} from '../../src/plots/curves/history.ts';
import {
  formatLoss,
  formatMeasure,
  formatPercent,
  formatPowerOfTen,
  formatStep,
} from '../../src/plots/curves/number-text.ts';
import { stepDomainEnd, stepTicks } from '../../src/plots/curves/step-domain.ts';
import { lossRange, lossTickExponents } from '../../src/plots/loss-figure.ts';
import { measuresChart, measuresRange } from '../../src/plots/measures-figure.ts';
import { clockPoint, emptyHistory, historyUntil } from '../gallery/synthetic-runs.ts';

const history = historyUntil(clockPoint, [], { last: 1000, stride: 100, steps: 4000 });

describe('points', () => {
  it('finds the nearest one', () => {
    expect(nearestPointIndex(history.points, 149)).toBe(1);
    expect(nearestPointIndex(history.points, 151)).toBe(2);
    expect(nearestPointIndex(history.points, -50)).toBe(0);
    expect(nearestPointIndex(history.points, 9999)).toBe(10);
    expect(nearestPointIndex([], 3)).toBe(-1);
  });

  it('shows the cursor, or the newest without one', () => {
    expect(shownPointIndex(history)).toBe(10);
    expect(shownPointIndex({ ...history, cursorStep: 320 })).toBe(3);
    expect(shownPointIndex(emptyHistory)).toBe(-1);
    expect(newestStep(emptyHistory)).toBe(0);
  });

  it('takes only finite numbers for values', () => {
    expect([0, null, undefined, Number.NaN, Number.POSITIVE_INFINITY].map(isValue)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('axis of steps', () => {
  it('never shrinks as the run grows, changes seldom, and ends with the run', () => {
    const ends = Array.from({ length: 4001 }, (_, step) => stepDomainEnd(step, 4000));
    expect(ends).toEqual(ends.toSorted((first, second) => first - second));
    expect(new Set(ends).size).toBeLessThan(20);
    expect(ends[0]).toBe(100);
    expect(ends[4000]).toBe(4000);
    ends.forEach((end, step) => {
      expect(end).toBeGreaterThanOrEqual(step);
    });
  });

  it('survives a run that is shorter than 100 steps or longer than configured', () => {
    expect(stepDomainEnd(10, 40)).toBe(40);
    expect(stepDomainEnd(5000, 4000)).toBe(5000);
    expect(stepDomainEnd(0, 0)).toBe(100);
  });

  it('labels whole steps only', () => {
    expect(stepTicks(3, 600)).toEqual([0, 1, 2, 3]);
  });
});

describe('axis of loss', () => {
  it('covers the losses in strides and ignores zero and missing ones', () => {
    const [point] = history.points;
    if (point === undefined) throw new Error('The made-up run has no points.');
    expect(lossRange([])).toEqual([-3, 1]);
    expect(lossRange([{ ...point, trainLoss: 3e-5, testLoss: 40 }])).toEqual([-6, 2]);
    expect(lossRange([{ ...point, trainLoss: 0, testLoss: Number.NaN }])).toEqual([-3, 1]);
  });

  it('labels a sensible number of powers, 1 among them', () => {
    expect(lossTickExponents(-3, 1)).toEqual([-3, -2, -1, 0, 1]);
    expect(lossTickExponents(-9, 2)).toEqual([-9, -6, -3, 0]);
    expect(lossTickExponents(-27, 1)).toEqual([-24, -18, -12, -6, 0]);
  });
});

describe('axis of measures', () => {
  it('reaches below 0 only where symmetricity does', () => {
    expect(measuresRange(history.points)).toEqual([0, 1]);
    const opposed = history.points.map((point) => ({ ...point, gradientSymmetricity: -0.13 }));
    expect(measuresRange(opposed)).toEqual([-0.2, 1]);
  });

  it('labels both thresholds without touching another label', () => {
    const height = 140;
    const ticks = measuresChart
      .ticks(0, 1)
      .map((tick) => ({ ...tick, position: height * (1 - tick.position) }));
    const placed = placeVerticalTicks(ticks, height);
    expect(placed.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['GS 0.98', 'q 0.6', '0', '1']),
    );
    const heights = placed.map(({ labelPosition }) => labelPosition).sort((a, b) => a - b);
    heights.slice(1).forEach((position, index) => {
      expect(position - (heights[index] as number)).toBeGreaterThanOrEqual(13 - 1e-9);
    });
  });
});

describe('numbers', () => {
  it('read as the figures write them', () => {
    expect(formatStep(1240)).toBe('1,240');
    expect([3.2e-4, 0.0112, 4.08, 12.345, 0, null, Number.NaN].map(formatLoss)).toEqual([
      '3.2e-4',
      '1.1e-2',
      '4.08',
      '12.3',
      '0',
      '–',
      '–',
    ]);
    expect([1, 0.99971, 0.073, null].map(formatPercent)).toEqual(['100 %', '99.9 %', '7.3 %', '–']);
    expect([0.9937, 0.99962, 1, -0.12].map(formatMeasure)).toEqual([
      '0.994',
      '0.9996',
      '1.000',
      '−0.120',
    ]);
    expect([-12, 0, 1].map(formatPowerOfTen)).toEqual(['10⁻¹²', '10⁰', '10¹']);
  });
});
