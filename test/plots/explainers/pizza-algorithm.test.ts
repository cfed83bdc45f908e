import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { residueAngle } from '../../../src/math/fourier.ts';
import { greatestCommonDivisor, modulo } from '../../../src/math/modular.ts';
import type { PizzaAlgorithmData } from '../../../src/plots/explainers/pizza-algorithm/data.ts';
import {
  halfAngle,
  rayAngle,
  sliceHalfWidth,
  slices,
} from '../../../src/plots/explainers/pizza-algorithm/geometry.ts';
import { pizzaLayout } from '../../../src/plots/explainers/pizza-algorithm/layout.ts';
import { createPizzaMotion } from '../../../src/plots/explainers/pizza-algorithm/motion.ts';
import { winnerLabels } from '../../../src/plots/explainers/pizza-algorithm/vote-labels.ts';
import {
  signedLength,
  strengths,
  voteParts,
  votes,
  votesReach,
  winnersOf,
} from '../../../src/plots/explainers/pizza-algorithm/votes.ts';
import {
  formulaText,
  LONGEST_TEXT,
  pizzaSummary,
  pizzaText,
  strengthText,
  sumText,
  votesSummary,
} from '../../../src/plots/explainers/pizza-algorithm/wording.ts';
import { circlePoints } from '../../../src/plots/explainers/shared/circle-points.ts';
import { createGlidePace } from '../../../src/plots/explainers/shared/glide-pace.ts';
import { residueTowards } from '../../../src/plots/explainers/shared/ring-grips.ts';
import { textRoom } from '../../../src/plots/explainers/shared/text-room.ts';
import { midpoint, wrapAngle } from '../../../src/plots/pair/geometry.ts';

const plain = { p: 59, k: 1, a: 12, b: 34, absolute: true, accompanied: false };

/** A modulus, a frequency, and two residues. */
const sums = fc.integer({ min: 3, max: 113 }).chain((p) =>
  fc.record({
    p: fc.constant(p),
    k: fc.integer({ min: 1, max: Math.floor((p - 1) / 2) }),
    a: fc.nat({ max: p - 1 }),
    b: fc.nat({ max: p - 1 }),
  }),
);

const middleOf = ({ p, k, a, b }: Pick<PizzaAlgorithmData, 'p' | 'k' | 'a' | 'b'>) =>
  midpoint(
    { angle: residueAngle(k, a, p), radius: 1 },
    { angle: residueAngle(k, b, p), radius: 1 },
  );

describe('the midpoint', () => {
  it('is cos(w(a−b)/2) long at the angle w(a+b)/2, turns included', () => {
    fc.assert(
      fc.property(sums, ({ p, k, a, b }) => {
        const { x, y } = middleOf({ p, k, a, b });
        const length = signedLength({ ...plain, p, k, a, b });
        const angle = halfAngle(k, a + b, p);
        expect(x).toBeCloseTo(length * Math.cos(angle), 9);
        expect(y).toBeCloseTo(length * Math.sin(angle), 9);
      }),
    );
  });

  it('has a direction that, doubled, is the answer', () => {
    fc.assert(
      fc.property(sums, ({ p, k, a, b }) => {
        const place = middleOf({ p, k, a, b });
        fc.pre(Math.hypot(place.x, place.y) > 1e-6);
        const answer = residueAngle(k, modulo(a + b, p), p);
        expect(wrapAngle(2 * rayAngle(place) - answer)).toBeCloseTo(0, 6);
      }),
    );
  });
});

describe('slices', () => {
  it('fill the pizza, two for every place of the circle, opposite to each other', () => {
    fc.assert(
      fc.property(sums, ({ p, k }) => {
        const all = slices(k, p);
        const places = p / greatestCommonDivisor(k, p);
        expect(all).toHaveLength(2 * places);
        expect(2 * sliceHalfWidth(k, p) * all.length).toBeCloseTo(2 * Math.PI, 9);
        for (const [index, { angle, residue }] of all.entries()) {
          expect(wrapAngle(2 * angle - residueAngle(k, residue, p))).toBeCloseTo(0, 9);
          expect(all[(index + places) % all.length]?.residue).toBe(residue);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('votes', () => {
  it('are largest for the answer when the sign is forgotten', () => {
    fc.assert(
      fc.property(sums, (sum) => {
        const data = { ...plain, ...sum };
        fc.pre(Math.abs(signedLength(data)) > 1e-6);
        expect(winnersOf(votes(data))).toContain(modulo(sum.a + sum.b, sum.p));
      }),
    );
  });

  it('are smallest for the answer when the midpoint lies on the far side', () => {
    fc.assert(
      fc.property(sums, (sum) => {
        const data = { ...plain, ...sum, absolute: false };
        fc.pre(signedLength(data) < -1e-6);
        const all = votes(data);
        expect(all[modulo(sum.a + sum.b, sum.p)]).toBeCloseTo(Math.min(...all), 9);
      }),
    );
  });

  it('are never weak with the accompanying circle, and agree with the formula', () => {
    fc.assert(
      fc.property(sums, (sum) => {
        const data = { ...plain, ...sum, accompanied: true };
        const { first, second } = strengths(data);
        expect(first + second).toBeGreaterThan(0.4999);
        expect(first + second).toBeLessThanOrEqual(0.75 + 1e-9);
        const apart = residueAngle(sum.k, modulo(sum.a - sum.b, sum.p), sum.p);
        expect(first).toBeCloseTo(Math.abs(Math.cos(apart / 2)), 9);
        expect(second).toBeCloseTo(-Math.cos(apart) / 2, 9);
      }),
    );
  });

  it('stay on the axis', () => {
    fc.assert(
      fc.property(sums, fc.boolean(), fc.boolean(), (sum, absolute, accompanied) => {
        const reach = votesReach(absolute, accompanied);
        for (const vote of votes({ ...sum, absolute, accompanied })) {
          expect(Math.abs(vote)).toBeLessThanOrEqual(reach + 1e-9);
        }
      }),
    );
  });

  it('are put together without a gap or an overlap', () => {
    const strength = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(strength, strength, (first, second) => {
        const { kept, added, removed } = voteParts(first, second);
        expect(kept[0]).toBe(0);
        expect(added).toEqual([kept[1], first + second]);
        expect(removed).toEqual([kept[1], first]);
        const length = ([from, to]: readonly [number, number]) => Math.abs(to - from);
        expect(length(kept) + length(removed)).toBeCloseTo(Math.abs(first), 9);
        expect(length(kept) + length(added)).toBeCloseTo(Math.abs(first + second), 9);
      }),
    );
    expect(voteParts(0.5, 0.25)).toEqual({
      kept: [0, 0.5],
      added: [0.5, 0.75],
      removed: [0.5, 0.5],
    });
    expect(voteParts(0.5, -0.25).kept).toEqual([0, 0.25]);
    expect(voteParts(0.5, -0.75).kept).toEqual([0, 0]);
  });

  it('tell apart answers that are nearly as good', () => {
    const close = { p: 113, k: 4, a: 100, b: 110, absolute: true, accompanied: true };
    expect(winnersOf(votes(close))).toEqual([97]);
    expect(winnersOf(new Float64Array(9))).toEqual([]);
  });

  it('name their winners once where there is no room for two names', () => {
    expect(winnerLabels([22, 21], (c) => 5 * c)).toEqual([{ text: '21, 22', x: 107.5 }]);
    expect(winnerLabels([40, 3], (c) => 5 * c).map(({ text }) => text)).toEqual(['3', '40']);
    expect(winnerLabels([], (c) => c)).toEqual([]);
  });
});

describe('dragging', () => {
  it('finds the residue in a direction', () => {
    fc.assert(
      fc.property(sums, ({ p, k, a, b }) => {
        const found = residueTowards(residueAngle(k, a, p) + 0.2 / p, k, p, b);
        const points = circlePoints(k, p);
        expect(points[2 * found]).toBeCloseTo(points[2 * a] as number, 6);
        expect(points[2 * found + 1]).toBeCloseTo(points[2 * a + 1] as number, 6);
      }),
    );
  });

  it('keeps the residue among those on the same point', () => {
    // On circle 3 of p = 9 the residues 1, 4 and 7 stand on one point.
    expect(residueTowards(residueAngle(3, 1, 9), 3, 9, 7)).toBe(7);
    expect(residueTowards(residueAngle(3, 1, 9), 3, 9, 2)).toBe(1);
  });
});

describe('motion', () => {
  const moment = { a: 0.1, b: 6, first: 1, second: 0 };

  it('takes the shorter way and arrives', () => {
    const motion = createPizzaMotion();
    motion.retarget(moment, 0, 250);
    expect(motion.isMoving(1)).toBe(false);
    motion.retarget({ ...moment, a: 2 * Math.PI - 0.1, first: -1 }, 100, 250);
    expect(motion.isMoving(200)).toBe(true);
    const half = motion.at(225);
    expect(Math.abs(half.a)).toBeLessThan(0.1);
    expect(half.first).toBeCloseTo(0, 5);
    expect(motion.at(350).a).toBeCloseTo(-0.1, 5);
    expect(motion.isMoving(350)).toBe(false);
  });

  it('is as fast as the keys', () => {
    const pace = createGlidePace();
    expect(pace(1000, false)).toBe(250);
    expect(pace(1033, false)).toBe(33);
    expect(pace(1050, true)).toBe(0);
    expect(pace(5000, false)).toBe(250);
  });
});

describe('sizes', () => {
  it('fit every width', () => {
    for (const width of [280, 320, 439, 440, 480, 599, 600, 720]) {
      const { ring, votes: bars, companion } = pizzaLayout(width);
      expect(Math.max(ring.width, bars.width, companion.width)).toBeLessThanOrEqual(width);
      expect(ring.frame.unit).toBeGreaterThan(90);
      expect(bars.width).toBeGreaterThan(250);
    }
    expect(pizzaLayout(720).arrangement).toBe('wide');
    expect(pizzaLayout(480).arrangement).toBe('medium');
    expect(pizzaLayout(320).arrangement).toBe('narrow');
  });
});

describe('room for text', () => {
  it('grows as the figure gets narrow', () => {
    expect(textRoom(700, [24, 180])).toBe(4 * 22);
    expect(textRoom(280, [24, 180])).toBe(7 * 22);
  });

  it('is enough for every text', () => {
    fc.assert(
      fc.property(sums, fc.boolean(), fc.boolean(), (sum, absolute, accompanied) => {
        const data = { ...sum, absolute, accompanied };
        expect(sumText(data).length).toBeLessThanOrEqual(LONGEST_TEXT[0]);
        expect(pizzaText(data).length).toBeLessThanOrEqual(LONGEST_TEXT[1]);
      }),
    );
  });
});

describe('words', () => {
  const blind = { ...plain, a: 5, b: 34 };
  const far = { ...plain, a: 6, b: 45, absolute: false };

  it('name the sum', () => {
    expect(sumText(plain)).toBe('12 + 34 = 46');
    expect(sumText({ p: 59, a: 50, b: 34 })).toBe('50 + 34 = 25 (mod 59)');
    expect(strengthText(-0.4751)).toBe('−0.48');
    expect(strengthText(-0.001)).toBe('0.00');
  });

  it('say what the picture shows', () => {
    expect(pizzaText(plain)).toBe(
      'The ray halves the angle of the sum, so it points at one of the two slices of 46: twice its angle is the answer.',
    );
    expect(pizzaText(blind)).toBe(
      'a and b are nearly opposite: the midpoint is at the centre and says nothing.',
    );
    expect(pizzaText({ ...blind, accompanied: true })).toContain('it says 39.');
    expect(pizzaText({ ...plain, accompanied: true })).toContain('about as strong for every pair');
  });

  it('say why the absolute value is needed', () => {
    expect(pizzaText(far)).toBe(
      'Of the two halves of the sum’s angle, the midpoint lies on the other one: the sign is wrong and the largest bar is the worst answer. Hence the absolute value.',
    );
    expect(pizzaText({ ...far, b: 10 })).toBe(
      'Of the two halves of the sum’s angle, the midpoint lies on the counted one: here the sign is right.',
    );
    const helped = { ...far, a: 0, b: 34, accompanied: true };
    expect(signedLength(helped)).toBeLessThan(-0.15);
    expect(pizzaText(helped)).toContain('but the accompanying circle outweighs it.');
  });

  it('describe the drawing and the bars', () => {
    expect(pizzaSummary(plain)).toContain(
      'circle of frequency 1: 12 + 34 = 46. Midpoint of a and b at 0.39 of the radius.',
    );
    expect(votesSummary(plain)).toBe(
      'Votes for c from 0 to 58. The largest, 0.39, is for 46; right is 46.',
    );
    expect(votesSummary(far)).toContain('is for 21 and 22; right is 51.');
    expect(formulaText(plain).replaceAll('\u00a0', ' ')).toBe('|cos ½w(a − b)| · cos w(a + b − c)');
    expect(formulaText({ ...far, accompanied: true }).replaceAll('\u00a0', ' ')).toBe(
      '(cos ½w(a − b) − ½ cos w(a − b)) · cos w(a + b − c)',
    );
  });
});
