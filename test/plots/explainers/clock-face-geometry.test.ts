import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  faceLayout,
  partAtTop,
  writtenHours,
} from '../../../src/plots/explainers/clock-face/layout.ts';
import { faceLabel, handText, sumText } from '../../../src/plots/explainers/clock-face/wording.ts';
import {
  arcPath,
  arrowHead,
  faceDial,
  placeOn,
  planeDial,
  turnAt,
  wrapTurn,
} from '../../../src/plots/explainers/shared/dial.ts';
import { createHandsGlide } from '../../../src/plots/explainers/shared/glide.ts';
import { residueAfterKey } from '../../../src/plots/pair/steps.ts';

describe('dials', () => {
  it('count a face clockwise from the top and the plane counterclockwise from the right', () => {
    const face = placeOn(faceDial(100, 100), 0.25, 50);
    expect([face.x, face.y]).toEqual([expect.closeTo(150), expect.closeTo(100)]);
    const plane = placeOn(planeDial(100, 100), 0.25, 50);
    expect([plane.x, plane.y]).toEqual([expect.closeTo(100), expect.closeTo(50)]);
  });

  it('find the direction of every place again', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.double({ min: 1, max: 500, noNaN: true }),
        fc.boolean(),
        (turn, radius, isFace) => {
          const dial = isFace ? faceDial(31, 8) : planeDial(31, 8);
          const found = turnAt(dial, placeOn(dial, turn, radius));
          const apart = found - turn - Math.round(found - turn);
          expect(apart).toBeCloseTo(0, 8);
        },
      ),
    );
  });

  it('wrap turns into 0 … 1', () => {
    expect([1.25, -0.25, 0, 1].map(wrapTurn)).toEqual([0.25, 0.75, 0, 0]);
    expect(wrapTurn(-1e-20)).toBe(0);
  });

  it('draw arcs in pieces that know their way round', () => {
    expect(arcPath(faceDial(0, 0), 0.3, 0.3, 10)).toBe('');
    expect(arcPath(faceDial(0, 0), 0, 0.25, 10)).toBe('M0.00,-10.00A10.0,10.0,0,0,1,10.00,0.00');
    // The same way on the screen is the opposite one of the plane.
    expect(arcPath(planeDial(0, 0), 0.25, 0, 10)).toContain(',0,0,1,');
    expect(arcPath(planeDial(0, 0), 0, 0.95, 10).match(/A/g)).toHaveLength(3);
  });

  it('point arrowheads along the arc', () => {
    const [, wingX] = /^M([-\d.]+),/.exec(arrowHead(faceDial(0, 0), 0, 10)) ?? [];
    // At the top of a face, clockwise is to the right: the wings lie left of the tip.
    expect(Number(wingX)).toBeLessThan(0);
  });
});

describe('keys', () => {
  it('step, leap and go around', () => {
    expect(residueAfterKey(11, 'ArrowRight', 1, 12)).toBe(0);
    expect(residueAfterKey(0, 'ArrowDown', 1, 12)).toBe(11);
    expect(residueAfterKey(9, 'PageUp', 1, 12)).toBe(2);
    expect(residueAfterKey(2, 'PageDown', 1, 12)).toBe(9);
    expect(residueAfterKey(5, 'Home', 1, 12)).toBe(0);
    expect(residueAfterKey(5, 'End', 1, 12)).toBe(11);
    expect(residueAfterKey(5, 'x', 1, 12)).toBeUndefined();
  });
});

describe('gliding hands', () => {
  it('reach the first pair at once and the next one the shorter way round', () => {
    const glide = createHandsGlide();
    glide.retarget({ a: 11 / 12, b: 0.25 }, 0, 250);
    expect(glide.isMoving(1)).toBe(false);
    expect(glide.at(1).a).toBeCloseTo(11 / 12);
    glide.retarget({ a: 0, b: 0.25 }, 10, 250);
    expect(glide.at(135).a).toBeCloseTo(11.5 / 12);
    expect(glide.isMoving(135)).toBe(true);
    expect(glide.at(260)).toEqual({ a: 0, b: 0.25 });
    expect(glide.isMoving(260)).toBe(false);
  });

  it('always show turns in 0 … 1', () => {
    const turn = fc.integer({ min: 0, max: 58 }).map((residue) => residue / 59);
    fc.assert(
      fc.property(fc.array(fc.tuple(turn, turn), { minLength: 1, maxLength: 30 }), (pairs) => {
        const glide = createHandsGlide();
        pairs.forEach(([a, b], index) => {
          glide.retarget({ a, b }, 100 * index, 250);
          const shown = glide.at(100 * index + 60);
          for (const value of [shown.a, shown.b]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThan(1);
          }
        });
        const [a, b] = pairs.at(-1) ?? [0, 0];
        const end = glide.at(100 * pairs.length + 300);
        expect(end.a).toBeCloseTo(a, 4);
        expect(end.b).toBeCloseTo(b, 4);
      }),
    );
  });
});

describe('the clock face', () => {
  it('fits its width and keeps grips apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 280, max: 720 }), (width) => {
        const { rim, numerals, reach, knob, dial, height } = faceLayout(width);
        expect(2 * rim).toBeLessThan(width);
        expect(2 * rim).toBeLessThan(height);
        expect(dial.centreX).toBe(width / 2);
        // Discs of 10 pixels: a inside b, b inside the numerals.
        expect(reach - knob).toBeGreaterThanOrEqual(20);
        expect(numerals - reach).toBeGreaterThanOrEqual(20);
      }),
    );
  });

  it('writes all twelve hours and every fifth of 59', () => {
    expect(writtenHours(12, 9, 2, 120).toSorted((one, other) => one - other)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
    ]);
    const written = writtenHours(59, 40, 11, 120);
    expect(written.slice(0, 2)).toEqual([11, 40]);
    expect(written).toContain(45);
    // 10 would touch the answer.
    expect(written).not.toContain(10);
  });

  it('never writes hours that touch, and always the answer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 113 }).chain((hours) => {
          const hour = fc.integer({ min: 0, max: hours - 1 });
          return fc.tuple(fc.constant(hours), hour, hour);
        }),
        fc.integer({ min: 110, max: 150 }),
        ([hours, a, answer], radius) => {
          const written = writtenHours(hours, a, answer, radius);
          expect(written[0]).toBe(answer);
          const sorted = written.toSorted((one, other) => one - other);
          const pitch = (2 * Math.PI * radius) / hours;
          sorted.forEach((hour, index) => {
            const next = sorted[index + 1] ?? (sorted[0] as number) + hours;
            if (sorted.length > 1) expect((next - hour) * pitch).toBeGreaterThanOrEqual(28);
          });
        },
      ),
    );
  });

  it('parts the arc of b at the top', () => {
    expect(partAtTop(0.25, 0.5)).toEqual({ before: { from: 0.25, to: 0.75 }, past: undefined });
    expect(partAtTop(0.75, 0.5)).toEqual({
      before: { from: 0.75, to: 1 },
      past: { from: 0, to: 0.25 },
    });
    // Just as far as the top is not beyond it, whatever rounding does.
    expect(partAtTop(7 / 12, 5 / 12 + 1e-9).past).toBeUndefined();
  });

  it('says the sum', () => {
    const plain = (text: string) => text.replace('\u2060', '');
    expect(plain(sumText(12, 9, 5))).toBe('9 + 5 = 14, and 14 is 2 on a 12-hour face.');
    expect(plain(sumText(12, 7, 5))).toBe('7 + 5 = 12, and 12 is 0 on a 12-hour face.');
    expect(plain(sumText(12, 3, 5))).toBe('3 + 5 = 8 on a 12-hour face.');
    expect(plain(sumText(11, 3, 5))).toBe('3 + 5 = 8 on an 11-hour face.');
    expect(plain(sumText(113, 3, 5))).toContain('a 113-hour face');
    expect(handText('b', 12, 9, 5)).toBe('b = 5, a + b is 2');
    expect(faceLabel(12, 9, 5)).toBe(
      'Clock face with 12 hours. A hand at 9; 5 more hours lead past the top to 2.',
    );
  });
});
