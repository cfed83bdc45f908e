import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { residueAngle } from '../../../src/math/fourier.ts';
import { arrowPath } from '../../../src/plots/explainers/gradients/arrow.ts';
import { placeLabel } from '../../../src/plots/explainers/gradients/labels.ts';
import { gradientsLayout } from '../../../src/plots/explainers/gradients/layout.ts';
import {
  clockGradients,
  clockLogit,
  cosineBetween,
  logitGradients,
  pizzaGradients,
  pizzaLogit,
} from '../../../src/plots/explainers/gradients/logits.ts';
import {
  angleText,
  arrowsText,
  cosineText,
  gradientsSummary,
  LONGEST_TEXT,
  questionText,
} from '../../../src/plots/explainers/gradients/wording.ts';
import type { Place } from '../../../src/plots/pair/geometry.ts';
import { placeOf } from '../../../src/plots/pair/geometry.ts';

type Logit = (a: Place, b: Place, c: number) => number;

const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
const place = fc.record({ x: coordinate, y: coordinate });
const angle = fc.double({ min: -7, max: 7, noNaN: true });

/** Central differences with respect to the first or the second input. */
function differences(logit: Logit, a: Place, b: Place, c: number, input: 'a' | 'b'): Place {
  const step = 1e-6;
  const at = (x: number, y: number) =>
    input === 'a'
      ? logit({ x: a.x + x, y: a.y + y }, b, c)
      : logit(a, { x: b.x + x, y: b.y + y }, c);
  return {
    x: (at(step, 0) - at(-step, 0)) / (2 * step),
    y: (at(0, step) - at(0, -step)) / (2 * step),
  };
}

function expectClose(one: Place, other: Place): void {
  expect(one.x).toBeCloseTo(other.x, 5);
  expect(one.y).toBeCloseTo(other.y, 5);
}

describe('gradients', () => {
  it('of the Clock agree with finite differences anywhere in the plane', () => {
    fc.assert(
      fc.property(place, place, angle, (a, b, c) => {
        const gradients = clockGradients(a, b, c);
        expectClose(gradients.a, differences(clockLogit, a, b, c, 'a'));
        expectClose(gradients.b, differences(clockLogit, a, b, c, 'b'));
      }),
    );
  });

  it('of the Pizza agree with finite differences away from the kinks', () => {
    fc.assert(
      fc.property(place, place, angle, (a, b, c) => {
        const sum = { x: a.x + b.x, y: a.y + b.y };
        const along = sum.x * Math.cos(c / 2) + sum.y * Math.sin(c / 2);
        const across = sum.y * Math.cos(c / 2) - sum.x * Math.sin(c / 2);
        fc.pre(Math.abs(along) > 1e-3 && Math.abs(across) > 1e-3);
        const gradients = pizzaGradients(a, b, c);
        expectClose(gradients.a, differences(pizzaLogit, a, b, c, 'a'));
        expectClose(gradients.b, differences(pizzaLogit, a, b, c, 'b'));
        expect(gradients.a).toEqual(gradients.b);
      }),
    );
  });

  it('point along the ray for the right answer, which lies on a kink', () => {
    const [a, b] = [3, 14].map((t) => placeOf({ angle: residueAngle(1, t, 59), radius: 1 }));
    if (!a || !b) throw new Error('no points');
    const { a: gradient } = pizzaGradients(a, b, residueAngle(1, 17, 59));
    const half = residueAngle(1, 17, 59) / 2;
    expectClose(gradient, { x: Math.cos(half), y: Math.sin(half) });
  });

  it('of the Pizza do not care whether half the angle of c is meant a turn further', () => {
    fc.assert(
      fc.property(place, place, angle, (a, b, c) => {
        expectClose(pizzaGradients(a, b, c).a, pizzaGradients(a, b, c + 2 * Math.PI).a);
      }),
    );
  });

  it('differ by the angle w(a − b) in the Clock, and not at all in the Pizza', () => {
    const residue = fc.nat({ max: 58 });
    const frequency = fc.integer({ min: 1, max: 29 });
    fc.assert(
      fc.property(residue, residue, residue, frequency, (a, b, c, k) => {
        const [first, second] = [a, b].map((t) =>
          placeOf({ angle: residueAngle(k, t, 59), radius: 1 }),
        );
        if (!first || !second) throw new Error('no points');
        const cosine = (algorithm: 'clock' | 'pizza') => {
          const gradients = logitGradients(algorithm, first, second, residueAngle(k, c, 59));
          return cosineBetween(gradients.a, gradients.b);
        };
        const apart = residueAngle(k, (a - b + 59) % 59, 59);
        expect(cosine('clock')).toBeCloseTo(Math.cos(apart), 9);
        expect(cosine('pizza')).toBeCloseTo(1, 9);
      }),
    );
  });

  it('are none where a and b are opposite in the Pizza', () => {
    const { a, b } = pizzaGradients({ x: 1, y: 0 }, { x: -1, y: 0 }, 1);
    expect(cosineBetween(a, b)).toBeNull();
    expect(arrowPath({ x: 5, y: 5 }, { x: 5, y: 5 })).toBe('');
    expect(arrowPath({ x: 0, y: 0 }, { x: 20, y: 0 })).toContain('L20.0,0.0');
  });
});

describe('names', () => {
  const size = { width: 300, height: 300 };
  const label = { mark: { x: 150, y: 150 }, outwards: 0, width: 30, height: 14 };

  it('stand outwards where nothing is in the way', () => {
    const at = placeLabel(label, { ...size, obstacles: [] });
    expect(at.x).toBeCloseTo(150 + 10 + 15, 9);
    expect(at.y).toBeCloseTo(150, 9);
  });

  it('give way to arrows and stay inside', () => {
    const shaft = [160, 170, 180].map((x) => ({ x, y: 150 }));
    const at = placeLabel(label, { ...size, obstacles: shaft });
    for (const { x, y } of shaft) {
      expect(Math.abs(x - at.x) < 15 && Math.abs(y - at.y) < 7).toBe(false);
    }
    const edge = placeLabel({ ...label, mark: { x: 290, y: 150 } }, { ...size, obstacles: [] });
    expect(edge.x).toBeLessThanOrEqual(285);
  });
});

describe('sizes', () => {
  it('leave room for the longest arrow at every width', () => {
    for (const width of [280, 320, 480, 519, 520, 720]) {
      const { ring, compass, isNarrow } = gradientsLayout(width);
      const { unit, centreX } = ring.frame;
      expect(centreX + unit * (1 + 0.36 * Math.SQRT2)).toBeLessThan(ring.width);
      expect(ring.width + (isNarrow ? 0 : compass.size)).toBeLessThanOrEqual(width);
      expect(unit).toBeGreaterThan(80);
    }
  });
});

describe('words', () => {
  const data = { p: 59, k: 7, a: 4, b: 11, c: 12, algorithm: 'pizza' } as const;

  it('ask the question', () => {
    expect(questionText(data)).toBe(
      'Which way would the logit of c = 12 grow? It is not 4 + 11, which is 15.',
    );
    expect(questionText({ ...data, c: 15 })).toContain('It is the right answer, 4 + 11.');
  });

  it('answer it', () => {
    const clock = { ...data, algorithm: 'clock' } as const;
    expect(arrowsText(data, 1)).toBe(
      'Pushing a and pushing b help in the same direction: only their sum is used.',
    );
    expect(arrowsText(clock, 0.34)).toContain(
      'Pushing a and pushing b help in different directions',
    );
    expect(arrowsText(clock, 0.99)).toContain('because they stand close together');
    expect(arrowsText(clock, 1)).toContain('because they stand on the same point');
    expect(arrowsText(clock, -0.999)).toContain('in opposite directions');
    expect(arrowsText(data, null)).toContain('a and b are opposite');
    for (const cosine of [1, 0.99, 0.3, -1, null]) {
      expect(arrowsText(clock, cosine).length).toBeLessThanOrEqual(LONGEST_TEXT[1]);
    }
    const large = { ...data, p: 113, a: 100, b: 110, c: 111 };
    expect(questionText(large).length).toBeLessThanOrEqual(LONGEST_TEXT[0]);
  });

  it('write cosine and angle', () => {
    expect([0.344, -0.5, -0.001, null].map(cosineText)).toEqual(['0.34', '−0.50', '0.00', '–']);
    expect([1, 0, -1, null].map(angleText)).toEqual(['0°', '90°', '180°', '–']);
    expect(gradientsSummary(data, 1)).toContain('Angle between both arrows 0°, cosine 1.00.');
    expect(gradientsSummary(data, null)).not.toContain('cosine');
  });
});
