import { describe, expect, it } from 'vitest';
import { residueAngle } from '../../../src/math/fourier.ts';
import {
  isNearCentre,
  midpoint,
  nearestResidue,
  nearestTurn,
  pairHands,
  placeOf,
  rayEnds,
  wrapAngle,
} from '../../../src/plots/pair/geometry.ts';
import { answerAt, answerX, pairLayout } from '../../../src/plots/pair/layout.ts';
import { createHandsMotion } from '../../../src/plots/pair/motion.ts';
import { labelCentre, spreadOnRing } from '../../../src/plots/pair/ring-labels.ts';
import { residueAfterKey } from '../../../src/plots/pair/steps.ts';
import { centredVotes, commonDomain, favourites } from '../../../src/plots/pair/votes.ts';

const P = 59;

/** Residues on a perfect circle of radius 3. */
function circle(k: number, p = P): Float32Array {
  return Float32Array.from({ length: 2 * p }, (_, index) => {
    const angle = residueAngle(k, index >> 1, p);
    return 3 * (index % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
  });
}

describe('hands on a perfect circle', () => {
  it('are as long as the mean radius and stand at the residues’ angles', () => {
    const { a, b, answer, clockAngle } = pairHands(circle(17), 17, P, 12, 55);
    expect(a.radius).toBeCloseTo(1, 5);
    expect(wrapAngle(a.angle - residueAngle(17, 12, P))).toBeCloseTo(0, 5);
    expect(wrapAngle(b.angle - residueAngle(17, 55, P))).toBeCloseTo(0, 5);
    // 12 + 55 = 8 modulo 59.
    expect(wrapAngle(answer.angle - residueAngle(17, 8, P))).toBeCloseTo(0, 5);
    expect(wrapAngle(clockAngle - answer.angle)).toBeCloseTo(0, 5);
  });

  it('are turned by b to reach the answer, at most half a turn', () => {
    for (let b = 0; b < P; b++) {
      const { a, clockAngle, turn } = pairHands(circle(13), 13, P, 20, b);
      expect(Math.abs(turn)).toBeLessThanOrEqual(Math.PI);
      expect(wrapAngle(a.angle + turn - clockAngle)).toBeCloseTo(0, 4);
    }
  });

  it('have a midpoint of length |cos(w(a−b)/2)|, at half the answer’s angle', () => {
    for (let b = 0; b < P; b++) {
      const hands = pairHands(circle(3), 3, P, 7, b);
      const middle = midpoint(hands.a, hands.b);
      const length = Math.abs(Math.cos(residueAngle(3, (7 - b + P) % P, P) / 2));
      expect(Math.hypot(middle.x, middle.y)).toBeCloseTo(length, 4);
      const { front, back } = rayEnds(middle);
      expect(Math.hypot(front.x, front.y)).toBeCloseTo(1, 10);
      expect([back.x, back.y]).toEqual([-front.x, -front.y]);
      // Either direction of the ray, doubled, is the answer's.
      for (const { x, y } of [front, back]) {
        expect(wrapAngle(2 * Math.atan2(y, x) - hands.answer.angle)).toBeCloseTo(0, 3);
      }
    }
  });

  it('lose the answer when they point away from each other', () => {
    // On circle 1 residues 29 apart are almost opposite.
    const opposite = pairHands(circle(1), 1, P, 0, 29);
    expect(isNearCentre(midpoint(opposite.a, opposite.b))).toBe(true);
    const close = pairHands(circle(1), 1, P, 0, 3);
    expect(isNearCentre(midpoint(close.a, close.b))).toBe(false);
    expect([0.14, 0.16].map((x) => isNearCentre({ x, y: 0 }))).toEqual([true, false]);
  });
});

describe('the residue under a pointer', () => {
  it('is the nearest one, inside and outside the ring', () => {
    const points = circle(17);
    for (const residue of [0, 7, 31]) {
      const place = placeOf({ angle: residueAngle(17, residue, P), radius: 4.5 });
      expect(nearestResidue(points, place, 0)).toBe(residue);
      expect(nearestResidue(points, { x: place.x / 2, y: place.y / 2 }, 0)).toBe(residue);
    }
  });

  it('stays the same among residues that share a point', () => {
    const points = circle(4, 12);
    const place = placeOf({ angle: residueAngle(4, 1, 12), radius: 3 });
    expect(nearestResidue(points, place, 7)).toBe(7);
    expect([1, 4, 7, 10]).toContain(nearestResidue(points, place, 0));
  });
});

describe('keys on a hand', () => {
  it('step from point to point along the circle', () => {
    // 17·7 = 119 = 2·59 + 1.
    expect(residueAfterKey(12, 'ArrowRight', 17, P)).toBe(19);
    expect(residueAfterKey(12, 'ArrowUp', 17, P)).toBe(19);
    expect(residueAfterKey(3, 'ArrowLeft', 17, P)).toBe(55);
    expect(residueAfterKey(12, 'PageUp', 17, P)).toBe(47);
    expect(residueAfterKey(12, 'PageDown', 17, P)).toBe(36);
    expect(residueAfterKey(12, 'Home', 17, P)).toBe(0);
    expect(residueAfterKey(12, 'End', 17, P)).toBe(52);
    expect(residueAfterKey(12, 'Tab', 17, P)).toBeUndefined();
  });

  it('step by one where circle and modulus share a factor', () => {
    expect(residueAfterKey(11, 'ArrowRight', 4, 12)).toBe(0);
    expect(residueAfterKey(2, 'PageDown', 4, 12)).toBe(9);
  });
});

describe('motion', () => {
  it('turns a hand the shorter way', () => {
    expect(nearestTurn(-3, 3)).toBeCloseTo(2 * Math.PI - 3, 10);
    const hand = (angle: number) => ({ angle, radius: 1 });
    const hands = (angle: number) => ({
      a: hand(angle),
      b: hand(0),
      answer: hand(0),
      clockAngle: 0,
      turn: 0,
    });
    const motion = createHandsMotion();
    motion.retarget(hands(3), 0, 100);
    expect(motion.isMoving(0)).toBe(false);
    motion.retarget(hands(-3), 0, 100);
    expect(motion.at(50).a.angle).toBeCloseTo(Math.PI, 5);
    expect(motion.isMoving(50)).toBe(true);
    expect(motion.isMoving(100)).toBe(false);
  });
});

describe('votes', () => {
  it('are centred, and won by the largest', () => {
    const votes = centredVotes([1, 5, 3]);
    expect([...votes]).toEqual([-2, 2, 0]);
    expect(favourites(votes)).toEqual([1]);
    expect(favourites([Number.NaN, -4, -3])).toEqual([2]);
    // The largest first, then what is equal to it but for rounding.
    expect(favourites([2, -1, 2.0001, 1.9])).toEqual([2, 0]);
    expect(favourites([2, 2])).toEqual([]);
    expect(favourites([])).toEqual([]);
  });

  it('share one scale with 0 inside', () => {
    expect(commonDomain([[1, 2], [-3]])).toEqual({ low: -3, high: 2 });
    expect(commonDomain([[4, 5]])).toEqual({ low: 0, high: 5 });
    expect(commonDomain([[0, Number.NaN]])).toEqual({ low: -1, high: 1 });
  });
});

describe('the layout', () => {
  it.each([300, 390, 520, 620, 1100])('keeps everything inside and apart at %i px', (width) => {
    const layout = pairLayout(width, 6);
    expect(layout.plotRight).toBeLessThanOrEqual(width);
    expect(layout.plotRight - layout.plotLeft).toBeGreaterThan(0.4 * width);
    expect(layout.radius).toBeGreaterThan(30);
    expect(layout.bands.every(({ height }) => height === 92)).toBe(true);
    const bands = [...layout.bands, layout.sumBand];
    bands.slice(1).forEach((band, index) => {
      const before = bands[index] ?? band;
      expect(band.top).toBeGreaterThanOrEqual(before.top + before.height);
    });
    expect(layout.height).toBeGreaterThan(layout.sumBand.top + layout.sumBand.height);
    for (const c of [0, 30, 58]) expect(answerAt(layout, answerX(layout, c, P), P)).toBe(c);
    expect(answerAt(layout, -100, P)).toBe(0);
    expect(answerAt(layout, 5000, P)).toBe(58);
  });

  it('keeps labels on the ring apart', () => {
    const labels = [
      { angle: 1, halfWidth: 4 },
      { angle: 1, halfWidth: 4 },
      { angle: 1.1, halfWidth: 10 },
    ];
    const centres = spreadOnRing(labels, 50).map((angle, index) =>
      labelCentre(angle, labels[index]?.halfWidth ?? 0, 50),
    );
    centres.forEach((one, index) => {
      for (let other = index + 1; other < centres.length; other++) {
        const next = centres[other] ?? one;
        const widths = (labels[index]?.halfWidth ?? 0) + (labels[other]?.halfWidth ?? 0);
        const isApart = Math.abs(one.x - next.x) > widths - 1 || Math.abs(one.y - next.y) > 12;
        expect(isApart).toBe(true);
      }
    });
  });
});
