import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../../src/plots/tables.ts';

/** Logits that tell their pair: 10·a + b. */
const logitsOf = (p: number) =>
  Float32Array.from({ length: p * p }, (_, pair) => 10 * Math.floor(pair / p) + (pair % p));

const data = (p: number, order: 'plain' | 'difference-sum' = 'difference-sum') => ({
  p,
  step: 1200,
  correctLogits: logitsOf(p),
  order,
});

describe('a heatmap as tables', () => {
  it('has a row for each difference, over all sums', () => {
    const [table] = tablesOf('heatmap', data(5));
    expect(table?.caption).toBe(
      'Logit of the correct answer, by difference a − b over all sums, at step 1,200',
    );
    expect(table?.columns).toEqual(['a − b (mod 5)', 'mean', 'lowest', 'highest']);
    // a = b: 0, 11, 22, 33, 44.
    expect(table?.rows[0]).toEqual([0, '22.0', '0', '44.0']);
    // a = b + 1: (1, 0), (2, 1), (3, 2), (4, 3) and (0, 4).
    expect(table?.rows[1]).toEqual([1, '22.0', '4.0', '43.0']);
    expect(table?.rows).toHaveLength(5);
  });

  it('has all cells in the order of the picture', () => {
    const [, cells] = tablesOf('heatmap', data(5));
    expect(cells?.columns).toEqual(['a − b \\ a + b', '0', '1', '2', '3', '4']);
    // a − b = 1 and a + b = 3: a = 2, b = 1.
    expect(cells?.rows[1]?.[4]).toBe('21.0');
    const [, plain] = tablesOf('heatmap', data(5, 'plain'));
    expect(plain?.caption).toContain('rows a, columns b');
    expect(plain?.rows[3]).toEqual([3, '30.0', '31.0', '32.0', '33.0', '34.0']);
  });

  it('leaves cells without a pair empty where p is even', () => {
    const [, cells] = tablesOf('heatmap', data(4));
    expect(cells?.rows[0]?.[2]).toBe('');
    expect(cells?.rows[0]?.[1]).not.toBe('');
  });

  it('leaves out a grid that is too large, and says so', () => {
    const tables = tablesOf('heatmap', data(71));
    expect(tables).toHaveLength(1);
    expect(tables[0]?.note).toContain('71 × 71 cells are too many');
    expect(tables[0]?.rows).toHaveLength(71);
  });

  it('says of which network it is, and is none before there are logits', () => {
    const { step: _step, ...rest } = data(5);
    const [table] = tablesOf('remaining', { ...rest, selectedPair: null });
    expect(table?.caption).toBe(
      'Logit of the correct answer with the kept circles only, by difference a − b over all sums',
    );
    expect(tablesOf('heatmap', { ...data(5), correctLogits: new Float32Array(0) })).toEqual([]);
  });
});
