import { describe, expect, it } from 'vitest';
import { summariseMap } from '../../../src/analysis/phase-map/summary.ts';
import { createRandomStream } from '../../../src/math/random.ts';
import { mapRun } from './support/map-runs.ts';

const rates = [0, 0.25, 0.5, 0.75, 1];
const phase = rates.flatMap((attentionRate) => {
  const clock = attentionRate > 0.6;
  const values = clock
    ? { gradientSymmetricity: 0.5, distanceIrrelevance: 0.8 }
    : { gradientSymmetricity: 0.99, distanceIrrelevance: 0.2 };
  return [mapRun({ attentionRate, ...values }), mapRun({ attentionRate, ...values })];
});

describe('the map in numbers', () => {
  it('counts every run once and says why the others are left out', () => {
    const flat = { isCircular: false, hasRoundPlane: false };
    const runs = [
      ...phase,
      mapRun({ ...flat, circularity: 0.9 }),
      mapRun({ ...flat, circularity: 0.5 }),
      mapRun({ diverged: true }),
    ];
    const { counts } = summariseMap(runs, { filter: 'paper', form: 'correct' });
    expect(counts).toEqual({
      total: 13,
      counted: 10,
      reasons: [
        ['not circular', 2],
        ['diverged', 1],
      ],
    });
  });

  it('finds both transitions and a band for each rate', () => {
    const { transitions, bins } = summariseMap(phase, { filter: 'paper', form: 'correct' });
    expect(transitions.symmetricity).toMatchObject({ midpoint: 0.625, span: 0, count: 10 });
    expect(transitions.irrelevance).toMatchObject({ midpoint: 0.625, span: 0 });
    expect(bins.symmetricity.map(({ median }) => median)).toEqual([0.99, 0.99, 0.99, 0.5, 0.5]);
    expect(bins.irrelevance.map(({ count }) => count)).toEqual([2, 2, 2, 2, 2]);
    const wrong = summariseMap(phase, { filter: 'paper', form: 'wrong' });
    expect(wrong.transitions.irrelevance).toBeNull();
    expect(wrong.bins.irrelevance[0]?.median).toBe(0.25);
  });

  it('has neither where nothing counts, and leaves linear models out of both', () => {
    const nothing = summariseMap(phase, { filter: 'round', form: 'correct' });
    expect(nothing.counts).toEqual({
      total: 10,
      counted: 0,
      reasons: [['roundness not known', 10]],
    });
    expect(nothing.transitions).toEqual({ symmetricity: null, irrelevance: null });
    expect(nothing.bins).toEqual({ symmetricity: [], irrelevance: [] });
    const linear = [...phase, mapRun({ attentionRate: Number.NaN })];
    const summary = summariseMap(linear, { filter: 'all', form: 'correct' });
    expect(summary.counts.counted).toBe(11);
    expect(summary.transitions.symmetricity?.count).toBe(10);
  });

  it('takes ten thousand runs', () => {
    const random = createRandomStream(1, 'test');
    const runs = Array.from({ length: 10_000 }, () => {
      const attentionRate = random.uniform();
      const gradientSymmetricity = 1.5 - attentionRate - 0.05 * random.normal();
      const distanceIrrelevance = attentionRate + 0.2 * random.normal();
      return mapRun({ attentionRate, gradientSymmetricity, distanceIrrelevance });
    });
    const { bins } = summariseMap(runs, { filter: 'paper', form: 'correct' });
    expect(bins.symmetricity).toHaveLength(10);
  });
});
