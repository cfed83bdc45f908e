import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extendTimeline, milestones, snapshotAt, type Timeline } from '../../src/state/timeline.ts';
import type { NetworkResult } from '../../src/worker/contract.ts';
import { snapshotOf } from './snapshots.ts';

const stepsOf = (timeline: Timeline) => timeline.map(({ result }) => result.step);

function timelineOf(steps: readonly number[], planes?: Float32Array<ArrayBuffer>): Timeline {
  return steps.reduce<Timeline>(
    (timeline, step) => extendTimeline(timeline, snapshotOf(step, {}, planes)),
    [],
  );
}

describe('the timeline', () => {
  it('keeps the first snapshot, the newest ones, and no more than 400', () => {
    const timeline = timelineOf(Array.from({ length: 3000 }, (_, index) => 10 * index));
    const steps = stepsOf(timeline);
    expect(steps.length).toBeLessThanOrEqual(400);
    expect(steps.length).toBeGreaterThan(200);
    expect(steps[0]).toBe(0);
    expect(steps.slice(-40)).toEqual(Array.from({ length: 40 }, (_, i) => 10 * (2960 + i)));
  });

  it('keeps fewer large snapshots, but never fewer than 80', () => {
    const count = (megabytes: number) =>
      timelineOf(
        Array.from({ length: 500 }, (_, index) => index),
        new Float32Array(megabytes * 250_000),
      ).length;
    expect(count(0.3)).toBeLessThanOrEqual(160);
    expect(count(0.3)).toBeGreaterThan(80);
    expect(count(10)).toBeLessThanOrEqual(80);
    expect(count(10)).toBeGreaterThanOrEqual(40);
  });

  it('has rising steps, whatever order snapshots come in', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { maxLength: 100 }), (given) => {
        const steps = stepsOf(timelineOf(given));
        expect(steps).toEqual([...new Set(steps)].sort((left, right) => left - right));
        expect(steps.at(-1)).toBe(given.at(-1));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves the old array as it was', () => {
    const before = timelineOf([0, 10]);
    extendTimeline(before, snapshotOf(20));
    expect(stepsOf(before)).toEqual([0, 10]);
  });

  it('replaces a snapshot of the same step', () => {
    const timeline = extendTimeline(timelineOf([0, 10]), snapshotOf(10, { trainLoss: 0.5 }));
    expect(stepsOf(timeline)).toEqual([0, 10]);
    expect(timeline.at(-1)?.result.trainLoss).toBe(0.5);
  });
});

describe('looking something up', () => {
  const timeline = timelineOf([0, 10, 30]);
  it.each([
    [null, 30],
    [30, 30],
    [1e9, 30],
    [29, 10],
    [0, 0],
    [-5, 0],
  ])('at %s shows step %i', (asked, shown) => {
    expect(snapshotAt(timeline, asked)?.result.step).toBe(shown);
  });
  it('shows nothing in an empty timeline', () => {
    expect(snapshotAt([], null)).toBeUndefined();
    expect(snapshotAt([], 5)).toBeUndefined();
  });
});

describe('milestones', () => {
  const run = (moments: readonly Partial<NetworkResult>[]): Timeline =>
    moments.map((moment, index) => snapshotOf(100 * index, moment));

  it('are the first moments of fitting, generalising and each verdict', () => {
    const marks = milestones(
      run([
        { trainAccuracy: 0.1, testAccuracy: 0 },
        { trainAccuracy: 0.99, testAccuracy: 0.1 },
        { trainAccuracy: 1, testAccuracy: 0.99, verdict: 'between' },
        { trainAccuracy: 1, testAccuracy: 1, verdict: 'between' },
        { trainAccuracy: 0.9, testAccuracy: 0.9, verdict: 'learning' },
        { trainAccuracy: 1, testAccuracy: 1, verdict: 'pizza' },
      ]),
    );
    expect(marks).toEqual([
      { step: 100, label: 'fits' },
      { step: 200, label: 'generalises' },
      { step: 200, label: 'Between' },
      { step: 500, label: 'Pizza' },
    ]);
  });

  it('are absent before anything is learned', () => {
    expect(milestones(run([{ trainAccuracy: 0.5 }]))).toEqual([]);
    expect(milestones([])).toEqual([]);
  });
});
