import { describe, expect, it } from 'vitest';
import type { HistoryPoint, RunHistory } from '../../../src/plots/curves.ts';
import { tablesOf } from '../../../src/plots/tables.ts';

const point = (step: number, changes: Partial<HistoryPoint> = {}): HistoryPoint => ({
  step,
  trainLoss: 4.16,
  testLoss: 0.0003,
  trainAccuracy: 1,
  testAccuracy: 0.9949,
  gradientSymmetricity: 0.992,
  distanceIrrelevance: 0.33,
  ...changes,
});
const history = (
  points: readonly HistoryPoint[],
  cursorStep: number | null = null,
): RunHistory => ({
  steps: 5000,
  points,
  cursorStep,
  milestones: [],
});

describe('a run as tables', () => {
  it('has its losses in nats', () => {
    const [table] = tablesOf('loss', history([point(0, { testLoss: null }), point(1240)]));
    expect(table?.columns).toEqual(['step', 'train (nats)', 'test (nats)']);
    expect(table?.rows).toEqual([
      ['0', '4.16', '–'],
      ['1,240', '4.16', '3.0e-4'],
    ]);
    expect(table?.current).toBe(1);
    expect(table?.note).toBeUndefined();
  });

  it('has its accuracies in per cent, of which only what is reached is claimed', () => {
    const [table] = tablesOf('accuracy', history([point(10)]));
    expect(table?.columns).toEqual(['step', 'train (%)', 'test (%)']);
    expect(table?.rows).toEqual([['10', '100', '99.4']]);
  });

  it('has both measures, and the region they lie in', () => {
    const points = [
      point(0, { testAccuracy: 0.1 }),
      point(1),
      point(2, { gradientSymmetricity: 0.3, distanceIrrelevance: 0.85 }),
      point(3, { gradientSymmetricity: 0.3 }),
      point(4, { gradientSymmetricity: null }),
    ];
    expect(tablesOf('measures', history(points))[0]?.rows[1]).toEqual(['1', '0.992', '0.330']);
    expect(tablesOf('path', history(points))[0]?.rows.map((row) => row[3])).toEqual([
      'still learning',
      'Pizza',
      'Clock',
      'between',
      '',
    ]);
  });

  it('is thinned, but never without the step on screen', () => {
    const points = Array.from({ length: 997 }, (_, index) => point(10 * index));
    const [table] = tablesOf('loss', history(points, 5030));
    expect(table?.rows.length).toBeLessThanOrEqual(201);
    expect(table?.rows[0]?.[0]).toBe('0');
    expect(table?.rows.at(-1)?.[0]).toBe('9,960');
    expect(table?.rows[table.current ?? -1]?.[0]).toBe('5,030');
    expect(table?.note).toMatch(/^20[01] of 997 kept steps/);
  });

  it('is none before its first step', () => {
    for (const kind of ['loss', 'accuracy', 'measures', 'path'] as const) {
      expect(tablesOf(kind, history([]))).toEqual([]);
    }
  });
});
