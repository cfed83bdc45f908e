import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunConfiguration } from '../../../src/model/configuration.ts';
import { nearestPlace, type Row, rowKey, rowsOf } from '../../../src/state/map/rows.ts';
import type { OwnRun, TableRun } from '../../../src/state/tables.ts';
import { mapRun } from '../../analysis/phase-map/support/map-runs.ts';
import { smallConfiguration } from '../../support/networks.ts';
import { snapshotOf } from '../snapshots.ts';

const picture = { circles: [], reach: 0, planes: '', logitRange: [0, 1], logits: '' } as const;

function runOf(changes: Partial<RunConfiguration>, own: Partial<OwnRun> = {}): TableRun {
  return {
    place: mapRun(),
    own: {
      configuration: smallConfiguration(changes),
      result: snapshotOf(0).result,
      frequencies: new Float64Array(),
      learnedStep: null,
      stoppedEarly: false,
      picture,
      ...own,
    },
  };
}

describe('rows of a table', () => {
  it('are runs that differ in the attention rate alone, sorted by it', () => {
    const runs = [
      runOf({ attentionRate: 1, seed: 1 }),
      runOf({ attentionRate: 0.5, seed: 2 }),
      runOf({ attentionRate: 0, seed: 1 }),
      runOf({ attentionRate: 0.25, seed: 1 }),
      runOf({ attentionRate: 0, seed: 2 }),
      runOf({ attentionRate: 0, seed: 2, learningRate: 0.01 }),
    ];
    const rows = rowsOf(runs);
    expect(
      rows.map((row) => [
        row.configuration.seed,
        row.runs.map(({ configuration }) => configuration.attentionRate),
      ]),
    ).toEqual([
      [1, [0, 0.25, 1]],
      [2, [0, 0.5]],
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
    expect(rows[0]?.key).toBe(rowKey(smallConfiguration({ attentionRate: 0.7, seed: 1 })));
  });

  it('have pictures of every run', () => {
    const runs = [
      runOf({ attentionRate: 0 }),
      runOf({ attentionRate: 1 }, { picture: undefined }),
      { place: mapRun(), own: undefined },
    ];
    expect(rowsOf(runs)).toEqual([]);
  });

  it('of one length come by width and seed', () => {
    const rows = rowsOf(
      [
        { width: 64, seed: 2 },
        { width: 64, seed: 1 },
        { width: 32, seed: 9 },
      ].flatMap((changes) => [0, 1].map((attentionRate) => runOf({ ...changes, attentionRate }))),
    );
    expect(rows.map(({ configuration: { width, seed } }) => [width, seed])).toEqual([
      [32, 9],
      [64, 1],
      [64, 2],
    ]);
  });
});

describe('the nearest run of a row', () => {
  it('is the one that all distances say', () => {
    const rate = fc.integer({ min: 0, max: 100 }).map((value) => value / 100);
    fc.assert(
      fc.property(fc.uniqueArray(rate, { minLength: 2, maxLength: 12 }), rate, (rates, wanted) => {
        const [row] = rowsOf(rates.map((attentionRate) => runOf({ attentionRate })));
        const sorted = [...rates].sort((left, right) => left - right);
        const distances = sorted.map((value) => Math.abs(value - wanted));
        expect(nearestPlace(row as Row, wanted)).toBe(distances.indexOf(Math.min(...distances)));
      }),
      { seed: 1 },
    );
  });
});
