import { describe, expect, it } from 'vitest';
import {
  choiceOf,
  everyValue,
  type Filter,
  filtersOf,
  placesOnMap,
} from '../../../src/state/map/filters.ts';
import type { MapRun } from '../../../src/state/tables.ts';
import { mapRun } from '../../analysis/phase-map/support/map-runs.ts';

/** A run with these settings. */
function runWith(settings: Partial<MapRun['settings']>): MapRun {
  const run = mapRun();
  return { ...run, settings: { ...run.settings, ...settings } };
}

const filterOf = (runs: readonly MapRun[], setting: string): Filter | undefined =>
  filtersOf(runs).find((filter) => filter.setting === setting);

describe('filters of a map', () => {
  it('are for settings in which runs differ, with their values in order', () => {
    const runs = [
      runWith({ width: 128, layers: 2, attentionRate: 0, equalsToken: true }),
      runWith({ width: 64, layers: 1, attentionRate: 1 }),
      runWith({ width: 256, layers: 1, activation: 'gelu' }),
    ];
    expect(filtersOf(runs)).toEqual([
      { setting: 'width', values: ['64', '128', '256'], isBand: false, usual: '128' },
      { setting: 'layers', values: ['1', '2'], isBand: false, usual: '1' },
      { setting: 'activation', values: ['gelu', 'relu'], isBand: false, usual: everyValue },
      { setting: 'equalsToken', values: ['false', 'true'], isBand: false, usual: 'false' },
    ]);
    expect(filtersOf([])).toEqual([]);
    expect(filtersOf(runs.slice(0, 1))).toEqual([]);
  });

  it('are octaves when there are many widths', () => {
    const runs = Array.from({ length: 200 }, (_, index) => runWith({ width: 60 + index }));
    expect(filterOf(runs, 'width')).toEqual({
      setting: 'width',
      values: ['64', '128', '256'],
      isBand: true,
      usual: '128',
    });
  });

  it('are left out when there are more than twelve values', () => {
    const runsOf = (count: number) =>
      Array.from({ length: count }, (_, index) => runWith({ weightDecay: index / 10 }));
    expect(filterOf(runsOf(12), 'weightDecay')?.values).toHaveLength(12);
    expect(filterOf(runsOf(13), 'weightDecay')).toBeUndefined();
  });
});

describe('the choice of a filter', () => {
  const width: Filter = { setting: 'width', values: ['64', '128'], isBand: false, usual: '128' };

  it('is the visitor’s, else the usual one', () => {
    expect(choiceOf(width, {})).toBe('128');
    expect(choiceOf(width, { width: '64' })).toBe('64');
    expect(choiceOf(width, { width: everyValue })).toBe(everyValue);
    // A value that these tables do not have.
    expect(choiceOf(width, { width: '512' })).toBe('128');
  });

  it('is usually the paper’s, where every table has runs of it', () => {
    const usualOf = (...tables: readonly (readonly MapRun[])[]) =>
      filtersOf(...tables).find(({ setting }) => setting === 'width')?.usual;
    const [narrow, wide] = [[runWith({ width: 64 })], [runWith({ width: 128 })]];
    expect(usualOf([...narrow, ...wide])).toBe('128');
    expect(usualOf(narrow, wide)).toBe(everyValue);
    expect(usualOf([...narrow, ...wide], wide)).toBe('128');
  });
});

describe('places on a map', () => {
  const runs = [
    runWith({ width: 128, layers: 1 }),
    runWith({ width: 128, layers: 2 }),
    runWith({ width: 64, layers: 1 }),
    runWith({ width: 512, layers: 3 }),
  ];
  const filters = filtersOf(runs);

  it('are those of the paper’s networks at first', () => {
    expect(placesOnMap(runs, filters, {}, undefined)).toEqual([0]);
    expect(placesOnMap(runs, filters, { layers: '2' }, undefined)).toEqual([1]);
    expect(placesOnMap(runs, filters, { layers: everyValue }, undefined)).toEqual([0, 1]);
    const every = { layers: everyValue, width: everyValue };
    expect(placesOnMap(runs, filters, every, undefined)).toEqual([0, 1, 2, 3]);
    expect(placesOnMap(runs, filters, { width: '512' }, undefined)).toEqual([]);
  });

  it('leave out nothing because of a setting that is an axis', () => {
    expect(placesOnMap(runs, filters, {}, 'width')).toEqual([0, 2]);
    expect(placesOnMap(runs, filters, {}, 'layers')).toEqual([0, 1]);
  });

  it('take widths within a factor of √2, each in one band only', () => {
    const widths = Array.from({ length: 700 }, (_, index) => runWith({ width: index + 12 }));
    const bands = filtersOf(widths);
    const values = bands[0]?.values ?? [];
    expect(values).toEqual(['16', '32', '64', '128', '256', '512']);
    const chosen = values.map((width) => placesOnMap(widths, bands, { width }, undefined));
    const flat = chosen.flat();
    expect(new Set(flat).size).toBe(flat.length);
    expect(flat).toHaveLength(widths.length);
    const of128 = (chosen[3] ?? []).map((place) => widths[place]?.settings.width ?? 0);
    expect([of128[0], of128.at(-1)]).toEqual([91, 181]);
  });
});
