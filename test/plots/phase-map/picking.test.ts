import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestRun, REACH, walkingOrder } from '../../../src/plots/phase-map/picking.ts';

const point = fc.tuple(
  fc.double({ min: 0, max: 120, noNaN: true }),
  fc.double({ min: 0, max: 80, noNaN: true }),
);

describe('which run is meant', () => {
  it('is the nearest within reach, as looking at all of them finds it', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), point, (dots, [atX, atY]) => {
        const x = Float64Array.from(dots, ([left]) => left);
        const y = Float64Array.from(dots, ([, top]) => top);
        const distances = dots.map(([left, top]) => Math.hypot(left - atX, top - atY));
        const least = Math.min(Number.POSITIVE_INFINITY, ...distances);
        const found = nearestRun({ x, y })(atX, atY);
        if (least >= REACH + 1e-9) expect(found).toBeUndefined();
        else if (least < REACH - 1e-9) expect(distances[found as number]).toBeCloseTo(least, 9);
      }),
    );
  });

  it('leaves out runs without a place', () => {
    const x = Float64Array.of(Number.NaN, 5);
    expect(nearestRun({ x, y: Float64Array.of(5, 5) })(5, 5)).toBe(1);
  });

  it('is walked to by x, then y, the foot first, then as dots stand', () => {
    const data = {
      x: Float64Array.of(1, 0, 0, 0, 0, Number.NaN),
      y: Float64Array.of(0, 2, Number.NaN, 1, 1, 0),
    };
    const places = {
      x: Float64Array.of(90, 10, 10, 14, 6, Number.NaN),
      y: Float64Array.of(50, 10, 60, 30, 30, 50),
    };
    expect(walkingOrder(data, places)).toEqual([2, 4, 3, 1, 0]);
  });
});
