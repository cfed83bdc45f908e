import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { heldApart } from '../../src/plots/grips.ts';

const place = fc.record({
  x: fc.double({ min: 0, max: 400, noNaN: true }),
  y: fc.double({ min: 0, max: 400, noNaN: true }),
});

it('leaves sliders where they are that do not cover each other', () => {
  const ends = { a: { x: 10, y: 10 }, b: { x: 34, y: 12 } };
  expect(heldApart(ends, ['a', 'b'])).toEqual(ends);
});

it('puts those of the same mark side by side around it', () => {
  const ends = { a: { x: 50, y: 50 }, b: { x: 50, y: 50 } };
  expect(heldApart(ends, ['a', 'b'])).toEqual({ a: { x: 38, y: 50 }, b: { x: 62, y: 50 } });
});

it('never lets one cover the other, and keeps the middle between them', () => {
  fc.assert(
    fc.property(place, place, (a, b) => {
      const apart = heldApart({ a, b }, ['a', 'b']);
      const sides = [Math.abs(apart.a.x - apart.b.x), Math.abs(apart.a.y - apart.b.y)];
      expect(Math.max(...sides)).toBeGreaterThanOrEqual(24 - 1e-9);
      expect(apart.a.x + apart.b.x).toBeCloseTo(a.x + b.x, 6);
      expect(apart.a.y + apart.b.y).toBeCloseTo(a.y + b.y, 6);
    }),
  );
});
