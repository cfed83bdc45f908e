import { describe, expect, it } from 'vitest';
import type { MapRun } from '../../../src/state/tables.ts';
import {
  irrelevanceAxis,
  settingAxis,
  settingValue,
  symmetricityAxis,
  upwardChoices,
} from '../../../src/ui/map/axes.ts';
import { mapRun } from '../../analysis/phase-map/support/map-runs.ts';

/** A run with these settings. */
function runWith(settings: Partial<MapRun['settings']>, seed: number | null = 1): MapRun {
  const run = mapRun({ seed });
  return { ...run, settings: { ...run.settings, ...settings } };
}

describe('the axes of a map', () => {
  it('of symmetricity reach as far down as the runs do', () => {
    const lowOf = (...values: number[]) =>
      symmetricityAxis(values.map((gradientSymmetricity) => mapRun({ gradientSymmetricity }))).low;
    expect(lowOf()).toBe(0);
    expect(lowOf(0.3, 0.99)).toBe(0);
    expect(lowOf(-0.31, Number.NaN)).toBeCloseTo(-0.4);
    expect(lowOf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(lowOf(-7)).toBe(-1);
  });

  it('of distance irrelevance say which form they show', () => {
    expect(irrelevanceAxis('correct').name).toBe('distance irrelevance q');
    expect(irrelevanceAxis('wrong').name).toMatch(/wrong-logit form/);
    expect(irrelevanceAxis('wrong').threshold).toMatchObject({ value: 0.6 });
  });

  it('of a setting leave room at both ends', () => {
    const layers = settingAxis(
      'layers',
      [1, 2, 4].map((value) => runWith({ layers: value })),
    );
    expect(layers).toMatchObject({ name: 'depth', scale: 'linear', ticks: [1, 2, 4] });
    expect(layers.low).toBeLessThan(1);
    expect(layers.high).toBeGreaterThan(4);
    const width = settingAxis(
      'width',
      [32, 512].map((value) => runWith({ width: value })),
    );
    expect(width).toMatchObject({ scale: 'logarithmic', ticks: [32, 512] });
    expect(32 / width.low).toBeCloseTo(width.high / 512);
    expect(width.low).toBeGreaterThan(25);
    const one = settingAxis('weightDecay', [runWith({ weightDecay: 2 })]);
    expect([one.low, one.high]).toEqual([1.5, 2.5]);
  });

  it.each(['width', 'layers', 'seed'] as const)('of %s can be drawn without any run', (setting) => {
    for (const runs of [[], [runWith({ width: Number.NaN, layers: Number.NaN }, null)]]) {
      const { low, high } = settingAxis(setting, runs);
      expect(low).toBeLessThan(high);
      if (setting === 'width') expect(low).toBeGreaterThan(0);
    }
  });

  it('of many values have labels from end to end', () => {
    const seeds = Array.from({ length: 150 }, (_, index) => runWith({}, index + 1));
    const { ticks } = settingAxis('seed', seeds);
    expect(ticks).toHaveLength(12);
    expect([ticks[0], ticks.at(-1)]).toEqual([1, 150]);
    const widths = Array.from({ length: 150 }, (_, index) => runWith({ width: 30 + index }));
    expect(settingAxis('width', widths).ticks).toContain(128);
  });
});

describe('settings upwards', () => {
  it('are those in which runs differ', () => {
    expect(upwardChoices([])).toEqual([]);
    expect(upwardChoices([runWith({})])).toEqual([]);
    expect(upwardChoices([runWith({ width: 64 }), runWith({ width: 128 })])).toEqual(['width']);
    expect(upwardChoices([runWith({}, 1), runWith({ layers: 2 }, 2)])).toEqual(['layers', 'seed']);
  });

  it('do not differ where one is not known', () => {
    const runs = [runWith({}, null), runWith({}, 4), runWith({}, null)];
    expect(settingValue(runs[0] as MapRun, 'seed')).toBeNaN();
    expect(settingValue(runs[1] as MapRun, 'seed')).toBe(4);
    expect(upwardChoices(runs)).toEqual([]);
    expect(upwardChoices([...runs, runWith({}, 5)])).toEqual(['seed']);
  });
});
