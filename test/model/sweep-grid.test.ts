import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultConfiguration } from '../../src/model/fields.ts';
import { GridError, gridRuns, parseGrid, runKey } from '../../src/model/sweep-grid.ts';

describe('a grid', () => {
  it('has lists and ranges, the last axis changing fastest', () => {
    const runs = gridRuns(parseGrid('attention=0:1:0.1; width=64,128 ;seed=1,2,3;steps=3000'));
    expect(runs).toHaveLength(66);
    expect(runs[0]).toEqual({ ...defaultConfiguration, attentionRate: 0, width: 64, steps: 3000 });
    expect(runs[1]).toMatchObject({ width: 64, seed: 2 });
    expect(runs[3]).toMatchObject({ width: 128, seed: 1 });
    expect(new Set(runs.map(({ attentionRate }) => attentionRate))).toEqual(
      new Set([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]),
    );
  });

  it('takes everything else from the settings beside it', () => {
    const runs = gridRuns(parseGrid('seed=7'), { ...defaultConfiguration, p: 31 });
    expect(runs).toEqual([{ ...defaultConfiguration, p: 31, seed: 7 }]);
    expect(gridRuns(parseGrid(''))).toEqual([defaultConfiguration]);
  });

  it('counts down, holds words and switches, and no run twice', () => {
    expect(parseGrid('width=64:16:-16')[0]?.values).toEqual([64, 48, 32, 16]);
    expect(gridRuns(parseGrid('model=transformer,linear-beta;separate=0,1'))).toHaveLength(4);
    expect(gridRuns(parseGrid('seed=1,1,2,1:2:1'))).toHaveLength(2);
  });

  it.each([
    ['colour=red', /knows model, p.*not “colour”/],
    ['seed', /seed needs values, as in seed=1,2,3/],
    ['seed=', /seed needs values/],
    ['seed=1=2', /seed needs values/],
    ['seed=1;seed=2', /seed is in the grid twice/],
    ['attention=0:1', /“0:1” is no range: write attention=start:end:step/],
    ['attention=0:1:x', /is no range/],
    ['attention=0:1:0', /never gets from its start to its end/],
    ['attention=0:1:-0.1', /never gets/],
    ['attention=0:2:0.5', /attention must be a number from 0 to 1, not “1.5”/],
    ['seed=0:1e9:1', /too long/],
    ['seed=0:9999:1;steps=1:9999:1', /99,990,000 runs; at most 100,000/],
    ['model=linear-delta;width=33', /width=33 is not possible for linear-delta/],
  ])('%s is refused in one sentence', (text, message) => {
    expect(() => gridRuns(parseGrid(text))).toThrow(GridError);
    expect(() => gridRuns(parseGrid(text))).toThrow(message);
  });

  it('is refused before its ranges have filled the memory', () => {
    const range = 'seed=0:99999:1';
    expect(parseGrid(range)[0]?.values).toHaveLength(100_000);
    for (const times of [2, 20_000]) {
      const list = Array(times).fill('0:99999:1').join(',');
      expect(() => parseGrid(`seed=${list}`)).toThrow(
        'seed has more values than the 100,000 runs that a grid may have: leave some out.',
      );
    }
    expect(() => parseGrid(`${range},7`)).toThrow(/more values/);
  });

  it('makes runs or one sentence of any text', () => {
    const piece = fc.oneof(
      fc.constantFrom('seed=', 'attention=', 'width=', ';', ',', ':', '0', '0.5', '64', '1e3', '-'),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        try {
          const runs = gridRuns(parseGrid(pieces.join('')));
          expect(new Set(runs.map(runKey)).size).toBe(runs.length);
        } catch (error) {
          expect(error).toBeInstanceOf(GridError);
          expect((error as Error).message).not.toContain('\n');
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
