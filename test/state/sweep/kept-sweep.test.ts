import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptSweepOf } from '../../../src/state/sweep/kept-sweep.ts';
import { plannedRuns } from '../../../src/state/sweep/plan.ts';
import { oddValue } from '../../embed/messages.ts';

const numRuns = 10_000;

describe('a sweep from the database', () => {
  it('is as it was kept', () => {
    const stored = { id: 'a', grid: 'seed=1,2', stopsEarly: true };
    expect(keptSweepOf(stored, ['{}', 'x'])).toEqual({
      id: 'a',
      plan: { grid: 'seed=1,2', stopsEarly: true },
      lines: ['{}', 'x'],
    });
    expect(keptSweepOf(undefined, [])).toBeUndefined();
  });

  it('is a sweep or nothing, whatever was put there', () => {
    const stored = fc.oneof(
      oddValue,
      fc.record({
        id: fc.oneof(fc.string(), oddValue),
        grid: fc.oneof(fc.string(), oddValue),
        stopsEarly: fc.oneof(fc.boolean(), oddValue),
      }),
    );
    fc.assert(
      fc.property(stored, fc.array(fc.oneof(fc.string(), oddValue)), (plan, lines) => {
        const kept = keptSweepOf(plan, lines);
        if (kept === undefined) return;
        if (!kept.lines.every((line) => typeof line === 'string')) expect.fail('No line.');
        if (typeof kept.id !== 'string' || typeof kept.plan.stopsEarly !== 'boolean') {
          expect.fail('No plan.');
        }
        plannedRuns(kept.plan.grid);
      }),
      { numRuns },
    );
  });

  it('is not endless', () => {
    const plan = { id: 'a', grid: 'seed=1', stopsEarly: false };
    expect(keptSweepOf({ ...plan, grid: 'x'.repeat(1e6) }, [])).toBeUndefined();
    expect(keptSweepOf(plan, ['x'.repeat(2e6), 'y'])?.lines).toEqual(['y']);
    expect(keptSweepOf(plan, Array.from({ length: 20_000 }, String))?.lines).toHaveLength(10_000);
  });
});
