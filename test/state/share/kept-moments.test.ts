import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptMoments } from '../../../src/state/share/kept-moments.ts';
import { snapshotOf } from '../snapshots.ts';

const timelineOf = (length: number) => Array.from({ length }, (_, index) => snapshotOf(index ** 2));

describe('the moments of a run that are saved', () => {
  it('are few, and have the first, the last and the one on screen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 450 }), fc.nat(), (length, any) => {
        const timeline = timelineOf(length);
        const shown = (any % length) ** 2;
        const steps = keptMoments(timeline, shown).map(({ result }) => result.step);
        expect(steps.length).toBeLessThanOrEqual(120);
        expect(steps.length).toBeGreaterThanOrEqual(Math.min(length, 119));
        expect(steps).toEqual(expect.arrayContaining([0, shown, (length - 1) ** 2]));
        expect(steps).toEqual([...new Set(steps)].sort((left, right) => left - right));
      }),
    );
  });

  it('are spread over the whole run', () => {
    const steps = keptMoments(timelineOf(400), 0).map(({ result }) => Math.sqrt(result.step));
    const gaps = steps.slice(1).map((place, index) => place - (steps[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(4);
  });
});
