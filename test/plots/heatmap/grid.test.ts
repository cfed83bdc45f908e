import { describe, expect, it } from 'vitest';
import { modulo } from '../../../src/math/modular.ts';
import { bandDirection, bandShares } from '../../../src/plots/heatmap/bands.ts';
import { gridValues, pairsOfCell } from '../../../src/plots/heatmap/grid.ts';

/** Values that name their pair. */
const named = (p: number) =>
  Float32Array.from({ length: p * p }, (_, index) => 1000 * Math.floor(index / p) + (index % p));

describe('cells of the difference–sum order', () => {
  it('hold every pair once, at its difference and sum', () => {
    for (const p of [2, 5, 6, 12, 59]) {
      const seen = new Set<number>();
      for (let row = 0; row < p; row++) {
        for (let column = 0; column < p; column++) {
          for (const [a, b] of pairsOfCell(row, column, p, 'difference-sum')) {
            expect(modulo(a - b, p)).toBe(row);
            expect(modulo(a + b, p)).toBe(column);
            seen.add(a * p + b);
          }
        }
      }
      expect(seen.size).toBe(p * p);
    }
  });

  it('hold one pair for odd p', () => {
    expect(pairsOfCell(31, 52, 59, 'difference-sum')).toEqual([[12, 40]]);
    expect(gridValues(named(59), 59, 'difference-sum')[31 * 59 + 52]).toBe(12040);
  });

  it('are empty or hold two pairs for even p', () => {
    expect(pairsOfCell(3, 4, 12, 'difference-sum')).toEqual([]);
    expect(pairsOfCell(2, 4, 12, 'difference-sum')).toEqual([
      [3, 1],
      [9, 7],
    ]);
    const values = gridValues(named(12), 12, 'difference-sum');
    expect(values[3 * 12 + 4]).toBeNaN();
    expect(values[2 * 12 + 4]).toBe((3001 + 9007) / 2);
    expect(values.filter(Number.isNaN)).toHaveLength(72);
  });

  it('are the pairs themselves in plain order', () => {
    expect([...gridValues(named(4), 4, 'plain')]).toEqual([...named(4)]);
  });
});

describe('bands', () => {
  const grid = (p: number, value: (a: number, b: number) => number) =>
    gridValues(
      Float32Array.from({ length: p * p }, (_, index) => value(Math.floor(index / p), index % p)),
      p,
      'difference-sum',
    );

  it('are horizontal when only a − b counts, vertical when only a + b counts', () => {
    for (const p of [12, 59]) {
      const horizontal = bandShares(
        grid(p, (a, b) => Math.cos(modulo(a - b, p))),
        p,
      );
      expect(horizontal.rows).toBeCloseTo(1);
      expect(bandDirection(horizontal)).toBe('horizontal');
      const vertical = bandShares(
        grid(p, (a, b) => Math.cos(modulo(a + b, p))),
        p,
      );
      expect(vertical.columns).toBeCloseTo(1);
      expect(bandDirection(vertical)).toBe('vertical');
    }
  });

  it('share the variance when both count alike', () => {
    const values = Float32Array.from(
      { length: 25 },
      (_, index) => Math.floor(index / 5) + (index % 5),
    );
    const shares = bandShares(values, 5);
    expect(shares.rows).toBeCloseTo(0.5);
    expect(shares.columns).toBeCloseTo(0.5);
    expect(bandDirection(shares)).toBe('none');
  });

  it('are none where nothing varies or nothing is finite', () => {
    expect(bandShares(new Float32Array(9), 3)).toEqual({ rows: 0, columns: 0 });
    expect(bandShares(new Float32Array(9).fill(Number.NaN), 3)).toEqual({ rows: 0, columns: 0 });
  });
});
