import { describe, expect, it } from 'vitest';
import {
  cellText,
  decimals,
  degrees,
  evenly,
  fitting,
  gridTable,
  mostCells,
  percents,
  spread,
} from '../../../src/plots/tables/table.ts';

describe('numbers in cells', () => {
  it('have a true minus, no negative zero, and a dash where there is none', () => {
    expect(decimals(-1.256, 2)).toBe('−1.26');
    expect(decimals(-0.001, 2)).toBe('0.00');
    // As on the page's cards, which do not go by the binary digits.
    expect(decimals(0.3515, 3)).toBe('0.352');
    for (const none of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(decimals(none, 2)).toBe('–');
      expect(percents(none)).toBe('–');
    }
    expect(percents(0.2134)).toBe('21.3');
  });

  it('turn angles into whole degrees from 0 to 359', () => {
    expect(degrees(-Math.PI / 2)).toBe('270');
    expect(degrees(2 * Math.PI - 0.001)).toBe('0');
    expect(degrees(Number.NaN)).toBe('–');
  });

  it('are written without grouping, and empty cells as a dash', () => {
    expect(cellText(12_400)).toBe('12400');
    expect(cellText(-3)).toBe('−3');
    expect(cellText('')).toBe('–');
    expect(cellText('Pizza')).toBe('Pizza');
  });

  it('are averaged without those that are missing', () => {
    expect(spread([1, Number.NaN, 3, 8])).toEqual({ mean: 4, low: 1, high: 8 });
    expect(spread([Number.NaN]).mean).toBeNaN();
  });
});

describe('what does not fit', () => {
  it('is thinned evenly, with the first, the last and the wanted', () => {
    expect(evenly(4, 10)).toEqual([0, 1, 2, 3]);
    const places = evenly(1000, 200, 501);
    expect(places[0]).toBe(0);
    expect(places.at(-1)).toBe(999);
    expect(places).toContain(501);
    expect(places.length).toBeLessThanOrEqual(201);
    expect([...places].sort((left, right) => left - right)).toEqual(places);
  });

  it('is cut at so many cells, and counted', () => {
    const things = Array.from({ length: 1200 }, (_, index) => index);
    const { shown, left } = fitting(things, 6);
    expect(shown.length * 6).toBeLessThanOrEqual(mostCells);
    expect(shown.length + left).toBe(1200);
    expect(fitting(things, 6, 500).left).toBe(700);
    expect(fitting(things.slice(0, 3), 6)).toEqual({ shown: [0, 1, 2], left: 0 });
  });

  it('is no grid beyond 67 by 67', () => {
    const grid = (size: number) => {
      const names = Array.from({ length: size }, (_, index) => index);
      const cell = (row: number, column: number) => row * column;
      return gridTable({ caption: 'A grid', corner: 'a', rows: names, columns: names, cell });
    };
    expect(grid(68)).toEqual([]);
    const [table] = grid(67);
    expect(table?.columns).toHaveLength(68);
    expect(table?.rows).toHaveLength(67);
    expect(table?.rows[3]?.slice(0, 4)).toEqual([3, 0, 3, 6]);
    expect(table?.isFolded).toBe(true);
  });
});
