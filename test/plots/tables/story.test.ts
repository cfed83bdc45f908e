import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../../src/plots/tables.ts';
import { mapOf } from '../phase-map/data.ts';

const run = (attention: number, changes: object = {}) => ({
  attention,
  width: 128,
  seed: 1,
  symmetricity: 0.99,
  irrelevance: 0.3,
  verdict: 'pizza',
  circular: true,
  learned: true,
  ...changes,
});

describe('the algorithms as tables', () => {
  it('tell the hands of the Clock and its votes', () => {
    const [hands, votes] = tablesOf('clock', { p: 59, k: 1, a: 40, b: 30 });
    expect(hands?.rows).toEqual([
      ['a', 40, '244'],
      ['b', 30, '183'],
      ['a + b', 11, '67'],
    ]);
    expect(votes?.rows).toHaveLength(59);
    expect(votes?.rows[11]).toEqual([11, '1.000']);
    expect(votes?.current).toBe(11);
  });

  it('tell the points of the Pizza and where their midpoint lies', () => {
    const data = { p: 59, k: 1, a: 0, b: 20, absolute: true, accompanied: false };
    const [points, votes] = tablesOf('pizza', data);
    expect(points?.caption).toBe('0 + 20 = 20 on the circle of frequency 1');
    expect(points?.rows[2]).toEqual(['midpoint', '', '61', '0.48']);
    expect(votes?.rows[20]).toEqual([20, '0.485']);
    const [other] = tablesOf('pizza', { ...data, b: 40 });
    // The midpoint of 0° and 244° lies at 302°, not at 122°.
    expect(other?.rows[2]?.[2]).toBe('302');
  });

  it('tell the numbers on a face', () => {
    const [table] = tablesOf('face', { hours: 12, a: 9, b: 5 });
    expect(table?.rows).toEqual([
      ['a', 9, '270'],
      ['b', 5, '150'],
      ['a + b', 2, '60'],
    ]);
  });

  it('tell both arrows, which are one in a Pizza', () => {
    const data = { p: 59, k: 7, a: 4, b: 11, c: 12 };
    const [pizza] = tablesOf('gradients', { ...data, algorithm: 'pizza' });
    expect(pizza?.rows[0]?.[3]).toBe(pizza?.rows[1]?.[3]);
    const [clock] = tablesOf('gradients', { ...data, algorithm: 'clock' });
    expect(clock?.rows[0]?.[3]).not.toBe(clock?.rows[1]?.[3]);
    expect(clock?.rows[0]?.[4]).toBe('1.00');
    expect(clock?.caption).toContain('cosine');
  });
});

describe('the table of sums as tables', () => {
  const trainMask = Uint8Array.from({ length: 25 }, (_, index) => (index === 7 ? 0 : 1));
  const data = { p: 5, a: 3, b: 4, trainMask, colour: 'answers' as const };

  it('has the chosen sum, and brackets around what the network never sees', () => {
    const [chosen, all] = tablesOf('task', data);
    expect(chosen?.rows).toEqual([['chosen', 3, 4, 2]]);
    expect(chosen?.note).toBe('Of all answers: 24 shown, 1 held back.');
    expect(all?.rows[1]).toEqual([1, 1, 2, '(3)', 4, 0]);
    expect(all?.note).toContain('brackets');
  });

  it('has names where the picture has names', () => {
    const [chosen, all] = tablesOf('task', { ...data, colour: 'symbols' });
    expect(all?.columns.slice(1)).toEqual(['ba', 'be', 'bi', 'bo', 'bu']);
    expect(chosen?.rows[0]?.slice(1)).toEqual([
      expect.stringMatching(/^b[aeiou]$/),
      expect.stringMatching(/^b[aeiou]$/),
      expect.stringMatching(/^b[aeiou]$/),
    ]);
  });

  it('says whose answers they are', () => {
    const [chosen, all] = tablesOf('task', { ...data, fate: 'says the Pizza' });
    expect(chosen?.caption).toBe('3 + 4 = 7, which is 2 modulo 5: says the Pizza.');
    expect(chosen?.note).toBeUndefined();
    expect(all?.note).toBeUndefined();
  });
});

describe('many runs as a table', () => {
  it('stand in the order of their attention rates', () => {
    const runs = [
      run(1, { symmetricity: 0.3217, verdict: 'clock', seed: 2 }),
      run(0),
      run(0.5, { learned: false }),
    ];
    const [table] = tablesOf('strip', { runs, measure: 'symmetricity', picked: 0 });
    expect(table?.rows).toEqual([
      ['0.00', 1, 128, '0.9900', '0.300', 'Pizza'],
      ['0.50', 1, 128, '0.9900', '0.300', 'no value: it never learned to add'],
      ['1.00', 2, 128, '0.3217', '0.300', 'Clock'],
    ]);
    expect(table?.current).toBe(2);
    expect(table?.caption).toContain('3 runs: 1 Pizza, 1 Clock');
    expect(tablesOf('strip', { runs: [], measure: 'symmetricity', picked: null })).toEqual([]);
  });

  it('are told with what is known of them', () => {
    const greyed = Uint8Array.from([0, 1]);
    const [table] = tablesOf('map', {
      ...mapOf(
        [
          [1, 0.97994],
          [0.1, Number.NaN],
        ],
        { greyed, picked: 1 },
      ),
      describe: (index) => ({
        name: `run ${index}`,
        verdict: index === 0 ? 'between' : '',
        leftOut: index === 0 ? undefined : 'diverged',
      }),
    });
    expect(table?.columns.slice(1, 4)).toEqual([
      'attention rate',
      'gradient symmetricity',
      'distance irrelevance',
    ]);
    expect(table?.rows).toEqual([
      ['run 1', '0.1', '–', '0.1000', '', 'diverged'],
      ['run 0', '1', '0.9799', '1.0000', 'between', ''],
    ]);
    expect(table?.current).toBe(0);
  });

  it('are at most 500, and the others are counted', () => {
    const many = Array.from({ length: 640 }, (_, index) => [index / 640, 0.5] as const);
    const [table] = tablesOf('map', mapOf(many));
    expect(table?.rows).toHaveLength(500);
    expect(table?.note).toBe('140 rows are left out here; the picture has them all.');
    expect(tablesOf('map', mapOf([]))).toEqual([]);
  });
});
