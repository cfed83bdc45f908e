import { describe, expect, it } from 'vitest';
import type { MapOverview, MapRun } from '../../../src/state/tables.ts';
import { colourOf, irrelevanceOf, type MapManner, mapData } from '../../../src/ui/map/map-data.ts';
import { createTableWorker } from '../../../src/worker/table-host.ts';
import { mapRun } from '../../analysis/phase-map/support/map-runs.ts';

/** Runs that cross from Pizza to Clock at α = 0.5; two do not count, one has no measures. */
const runs: readonly MapRun[] = [
  ...Array.from({ length: 20 }, (_, index) => {
    const attentionRate = index / 19;
    return placed(attentionRate, {
      gradientSymmetricity: attentionRate > 0.5 ? 0.5 : 0.99,
      distanceIrrelevance: attentionRate > 0.6 ? 0.8 : 0.2,
      distanceIrrelevanceWrongLogit: attentionRate > 0.7 ? 0.7 : 0.3,
      seed: index,
    });
  }),
  placed(0.2, { testAccuracy: 0.5 }),
  placed(0.3, { gradientSymmetricity: Number.NaN, distanceIrrelevance: Number.NaN }),
];

function placed(attentionRate: number, changes: Partial<MapRun>): MapRun {
  return mapRun({ attentionRate, ...changes });
}

const manner: MapManner = { up: 'gs', setting: 'width', colour: 'symmetricity', form: 'correct' };
const overviewOf = (some: readonly MapRun[], form: MapManner['form'] = 'correct') =>
  createTableWorker().overview(some, 'all', form);
const dataOf = (changes: Partial<MapManner>, overview?: MapOverview, shared = runs) =>
  mapData(runs, shared, { ...manner, ...changes }, overview, 3, 'A map.');

describe('what the map draws', () => {
  it('has a dot for every run, and keeps what is not measured as NaN', () => {
    const { x, y, colour, greyed, picked, summary } = dataOf({});
    expect([x, y, colour, greyed].map(({ length }) => length)).toEqual([22, 22, 22, 22]);
    expect(x[1]).toBeCloseTo(1 / 19);
    expect(y[0]).toBe(0.99);
    expect(colour[0]).toBe(0.2);
    expect([y[21], colour[21]]).toEqual([Number.NaN, Number.NaN]);
    expect({ picked, summary }).toEqual({ picked: 3, summary: 'A map.' });
  });

  it('greys what does not count, once that is known', async () => {
    expect(dataOf({}).greyed.some((value) => value !== 0)).toBe(false);
    const { greyed } = dataOf({}, await overviewOf(runs));
    expect([...greyed]).toEqual([...Array(20).fill(0), 1, 1]);
  });

  it('shows fit and band of the measure that is up', async () => {
    const overview = await overviewOf(runs);
    const symmetricity = dataOf({ up: 'gs' }, overview);
    expect(symmetricity.transition).toBe(overview.transitions.symmetricity);
    expect(symmetricity.transition?.midpoint).toBeCloseTo(0.5, 1);
    expect(symmetricity.bins).toBe(overview.bins.symmetricity);
    const irrelevance = dataOf({ up: 'q' }, overview);
    expect(irrelevance.transition).toBe(overview.transitions.irrelevance);
    expect(irrelevance.bins).toBe(overview.bins.irrelevance);
    const setting = dataOf({ up: 'setting' }, overview);
    expect(setting).toMatchObject({ transition: null, bins: [] });
    expect(setting.greyed[20]).toBe(1);
  });

  it('shows nothing of an overview of other runs', async () => {
    const other = await overviewOf(runs.slice(1));
    const { transition, bins, greyed } = dataOf({}, other);
    expect({ transition, bins }).toEqual({ transition: null, bins: [] });
    expect(greyed.some((value) => value !== 0)).toBe(false);
    expect(dataOf({})).toMatchObject({ transition: null, bins: [] });
  });

  it('is coloured by the measure that is not up, or by the chosen one over a setting', () => {
    expect(colourOf({ ...manner, up: 'gs' })).toBe('irrelevance');
    expect(colourOf({ ...manner, up: 'q' })).toBe('symmetricity');
    expect(colourOf({ ...manner, up: 'setting', colour: 'irrelevance' })).toBe('irrelevance');
    expect(dataOf({ up: 'q' }).colourName).toBe('gradient symmetricity');
    const wrong = dataOf({ up: 'gs', form: 'wrong' });
    expect(wrong.colourName).toBe('distance irrelevance, wrong-logit form');
    expect(wrong.colour[0]).toBe(0.3);
  });

  it('takes the form of distance irrelevance that is asked for', () => {
    const [first] = runs as [MapRun];
    expect(irrelevanceOf(first, 'correct')).toBe(0.2);
    expect(irrelevanceOf(first, 'wrong')).toBe(0.3);
    expect(dataOf({ up: 'q', form: 'wrong' }).y[0]).toBe(0.3);
    expect(dataOf({ up: 'q', form: 'wrong' }).up.name).toMatch(/wrong-logit form/);
  });

  it('has the axes of all maps on the page', () => {
    const lower = [...runs, placed(0, { gradientSymmetricity: -0.5 })];
    expect(dataOf({}, undefined, lower).up.low).toBe(-0.5);
    const seeds = dataOf({ up: 'setting', setting: 'seed' }, undefined, [
      ...runs,
      placed(0, { seed: 99 }),
    ]);
    expect(seeds.up.high).toBeGreaterThan(99);
    expect(seeds.y[5]).toBe(5);
    expect(seeds.y[20]).toBeNaN();
  });
});
