import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldEntries } from '../../../src/model/fields.ts';
import { type GridAxis, gridRuns, parseGrid, runKey } from '../../../src/model/sweep-grid.ts';
import {
  mostPageRuns,
  plannedRuns,
  withAxis,
  writeGrid,
  writeValues,
} from '../../../src/state/sweep/plan.ts';

const names = fieldEntries.map(([, { name }]) => name);
const text = (axes: readonly GridAxis[]) =>
  axes.map(({ name, values }) => [name, values.map(String)]);

/** Values as a visitor writes them: lists of anything, and ranges. */
const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ min: 0, max: 1, noNaN: true }).map((share) => Number(share.toFixed(3))),
  fc.constantFrom('relu', 'gelu', 'true', '0x10', '1e1', '', '007'),
);
const range = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 40 }), fc.nat(3))
  .map(([start, count, decimals]) =>
    Array.from({ length: count }, (_, index) =>
      Number(((start + index) / 10 ** decimals).toFixed(3)),
    ),
  );
const axes = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 4 }).chain((chosen) =>
  fc.tuple(
    ...chosen.map((name) =>
      fc
        .oneof(fc.array(value, { minLength: 1, maxLength: 6 }), range)
        .filter((values) => values.length > 1 || values[0] !== '')
        .map((values): GridAxis => ({ name, values })),
    ),
  ),
);

describe('a grid as text', () => {
  it('gives the same values when it is read again', () => {
    fc.assert(
      fc.property(axes, (grid) => {
        expect(text(parseGrid(writeGrid(grid)))).toEqual(text(grid));
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('gives the same runs when it was text before', () => {
    const before = 'attention=0:1:0.1;width=64,128;seed=0:9:3,4,20;fraction=0.3,0.4,0.5,0.6';
    const after = writeGrid(parseGrid(before));
    expect(gridRuns(parseGrid(after)).map(runKey)).toEqual(gridRuns(parseGrid(before)).map(runKey));
    expect(after).toMatch(
      /^attention=0:1:0\.1;width=64,128;seed=0,3,6,9,4,20;fraction=0\.3:0\.6:0\.1$/,
    );
  });

  it.each([
    [[1, 2, 3], '1,2,3'],
    [[1, 2, 3, 4], '1:4:1'],
    [['1', '2', '3', '4'], '1:4:1'],
    [[4, 3, 2, 1], '4:1:-1'],
    [[0, 0.1, 0.2, 0.3], '0:0.3:0.1'],
    [[0, 0.333, 0.667, 1], '0,0.333,0.667,1'],
    [[0, 0.3333, 0.6667, 1], '0,0.3333,0.6667,1'],
    [[5, 5, 5, 5], '5,5,5,5'],
    [['relu', 'gelu', 'relu', 'gelu'], 'relu,gelu,relu,gelu'],
    [['', 1, 2, 3], ',1,2,3'],
  ])('writes %j as %s', (values, expected) => {
    expect(writeValues(values)).toBe(expected);
  });

  it('can have its axes changed', () => {
    const grid = parseGrid('attention=0,1;seed=1,2');
    expect(writeGrid(withAxis(grid, 'attention', [0.5]))).toBe('attention=0.5;seed=1,2');
    expect(writeGrid(withAxis(grid, 'width', [32, 64]))).toBe('attention=0,1;seed=1,2;width=32,64');
    expect(writeGrid(withAxis(grid, 'attention', []))).toBe('seed=1,2');
  });
});

describe('planned runs', () => {
  it('are those of the grid', () => {
    const planned = plannedRuns('p=31;attention=0:1:0.1;seed=1,2');
    if (!planned.ok) return expect.fail(planned.message);
    expect(planned.runs).toHaveLength(22);
    expect(planned.runs.every(({ p }) => p === 31)).toBe(true);
  });

  it.each([
    ['', /at least one axis/],
    [' ; ', /at least one axis/],
    ['colour=red', /The grid knows/],
    ['seed=', /needs values/],
    ['seed=1:2', /is no range/],
    ['seed=1:2:0', /never gets/],
    ['p=1', /p must be/],
    [`seed=1:${mostPageRuns + 1}:1`, /These are 2,001 runs; this page trains up to 2,000/],
    ['seed=1:9999:1;steps=1:9999:1', /These are 99,980,001 runs/],
    ['model=linear-delta;width=33', /must be even/],
  ])('say in a sentence what is wrong with %j', (grid, message) => {
    expect(plannedRuns(grid)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });

  it('are as many as the page takes, and no more', () => {
    expect(plannedRuns(`seed=1:${mostPageRuns}:1`)).toMatchObject({ ok: true });
  });

  it('never throw, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(...names, '=', ';', ',', ':', '0:1:0.1', '1e308:-1e308:1e-300', '-0', '1e99'),
    );
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      axes.map(writeGrid),
    );
    fc.assert(
      fc.property(anything, (grid) => {
        const planned = plannedRuns(grid);
        if (planned.ok) expect(planned.runs.length).toBeGreaterThan(0);
        else expect(planned.message).toMatch(/^.{10,400}\.$/s);
      }),
      { numRuns: 400, seed: 1 },
    );
  });
});
