import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choosePacking,
  findStacks,
  packOffset,
  smallestGap,
} from '../../../src/plots/phase-map/packing.ts';

describe('dots on one place', () => {
  it('finds places of more than one', () => {
    const x = Float64Array.of(1, 2, 1, 1, 2);
    const y = Float64Array.of(5, 5, 5, 6, 5);
    expect(findStacks(x, y, [0, 1, 2, 3, 4])).toEqual([
      [0, 2],
      [1, 4],
    ]);
    expect(findStacks(x, y, [0, 1, 3])).toEqual([]);
  });

  it('measures how far apart places are', () => {
    expect(smallestGap([30, 0, 10, 10], 99)).toBe(10);
    expect(smallestGap([4, 4], 99)).toBe(99);
  });

  it('takes one row where there is room, a block where there is not', () => {
    expect(choosePacking(3, { across: 90, up: 90 }, 11)).toEqual({ columns: 3, step: 11 });
    const narrow = choosePacking(40, { across: 17, up: 80 }, 4.5);
    expect(narrow.columns).toBeLessThan(6);
    expect(narrow.step).toBeGreaterThan(4);
    expect(choosePacking(2000, { across: 10, up: 10 }, 5).step).toBe(1);
  });

  it('lays any number of dots apart, around their place, within the room', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 20, max: 90 }),
        fc.integer({ min: 20, max: 90 }),
        (count, across, up) => {
          const packing = choosePacking(count, { across, up }, 11);
          const dots = Array.from({ length: count }, (_, rank) => packOffset(rank, count, packing));
          const largest = (sizes: number[]) => Math.max(...sizes.map(Math.abs)) + packing.step / 2;
          expect(largest(dots.map(({ x }) => x))).toBeLessThanOrEqual(across / 2);
          expect(largest(dots.map(({ y }) => y))).toBeLessThanOrEqual(up / 2);
          const distances = dots.flatMap((dot, index) =>
            dots.slice(0, index).map((other) => Math.hypot(dot.x - other.x, dot.y - other.y)),
          );
          expect(Math.min(packing.step, ...distances)).toBeGreaterThan(packing.step - 1e-9);
          expect(Math.abs(dots.reduce((sum, { x }) => sum + x, 0))).toBeLessThan(1e-6);
        },
      ),
    );
  });
});
