import { describe, expect, it } from 'vitest';
import { residueAngle } from '../../../src/math/fourier.ts';
import { createRandomStream } from '../../../src/math/random.ts';
import { labelBox, labelDirections, placeLabels } from '../../../src/plots/circles/label-ring.ts';
import { planePresence } from '../../../src/plots/circles/presence.ts';
import {
  largestRadius,
  MINIMUM_RADIUS,
  meanRadius,
  planeScales,
} from '../../../src/plots/circles/scale.ts';
import { neighbourStep, samePlace, stepOrder } from '../../../src/plots/circles/step-order.ts';
import { createPace, createTween, LONGEST_MOTION } from '../../../src/plots/circles/tween.ts';
import { residueColours, residueHue } from '../../../src/plots/residue-colour.ts';

function circle(k: number, p: number, radius: number): Float32Array {
  return Float32Array.from({ length: 2 * p }, (_, index) => {
    const angle = residueAngle(k, index >> 1, p);
    return radius * (index % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
  });
}

describe('order along a circle', () => {
  it('follows the inverse of k where it exists', () => {
    expect(neighbourStep(17, 59)).toBe(7);
    expect(stepOrder(17, 59).slice(0, 4)).toEqual([0, 7, 14, 21]);
  });

  it('follows k·t mod p where k shares a factor with p', () => {
    expect(neighbourStep(4, 12)).toBe(1);
    expect(stepOrder(4, 12)).toEqual([0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11]);
    expect(stepOrder(6, 12)).toEqual([0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11]);
    expect(samePlace(4, 5, 12)).toEqual([2, 8, 11]);
    expect(samePlace(17, 5, 59)).toEqual([]);
  });

  it('visits every residue once, by rising angle', () => {
    for (const p of [5, 12, 30, 59, 60]) {
      for (let k = 1; k <= p / 2; k++) {
        const order = stepOrder(k, p);
        expect(new Set(order).size).toBe(p);
        const places = order.map((t) => (k * t) % p);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }
    }
  });

  it('gives an even rainbow', () => {
    const hues = stepOrder(17, 59).map((t) => residueHue(17, t, 59));
    hues.forEach((hue, index) => {
      expect(hue).toBeCloseTo((360 * index) / 59);
    });
    expect(residueColours(17, 59, { lightness: '0.66', chroma: '0.14' })[7]).toBe(
      'oklch(0.66 0.14 6.10)',
    );
  });
});

describe('scale', () => {
  const planes = [circle(1, 59, 4), circle(2, 59, 2), circle(3, 59, 0.01)];

  it('by amplitude keeps the proportions, with a smallest size', () => {
    const scales = planeScales(planes, 'amplitude');
    const radii = planes.map((points, index) => meanRadius(points) * (scales[index] as number));
    expect(radii[0]).toBeCloseTo(1);
    expect(radii[1]).toBeCloseTo(0.5);
    expect(radii[2]).toBeCloseTo(MINIMUM_RADIUS);
  });

  it('equal fills every panel', () => {
    planeScales(planes, 'equal').forEach((scale, index) => {
      expect(scale * largestRadius(planes[index] as Float32Array)).toBeCloseTo(1);
    });
  });

  it('survives a plane of zeros', () => {
    expect(planeScales([new Float32Array(10)], 'amplitude')).toEqual([0]);
    expect(planeScales([new Float32Array(10)], 'equal')).toEqual([0]);
  });
});

describe('labels', () => {
  it('touch neither each other nor a point, whatever the plane looks like', () => {
    const random = createRandomStream(3, 'labels');
    for (let trial = 0; trial < 300; trial++) {
      const points = Float32Array.from({ length: 2 * 59 }, () => random.normal());
      const ring = 10 + 90 * random.uniform();
      const boxes = [labelBox(0), labelBox(trial)] as const;
      const [first, second] = placeLabels(labelDirections(points, 0, 7), ring, boxes);
      const apartX = Math.abs(first.x - second.x) - boxes[0].halfWidth - boxes[1].halfWidth;
      const apartY = Math.abs(first.y - second.y) - boxes[0].halfHeight - boxes[1].halfHeight;
      expect(Math.max(apartX, apartY)).toBeGreaterThanOrEqual(-1e-9);
      [first, second].forEach((label, index) => {
        const box = boxes[index as 0 | 1];
        const x = Math.max(0, Math.abs(label.x) - box.halfWidth);
        const y = Math.max(0, Math.abs(label.y) - box.halfHeight);
        expect(Math.hypot(x, y)).toBeGreaterThanOrEqual(ring - 1e-9);
      });
    }
  });
});

describe('presence', () => {
  it('fades under 2 % and folds under 1 %, but never the strongest', () => {
    expect(planePresence(0.3, 0.4, undefined)).toBe('full');
    expect(planePresence(0.019, 0.4, undefined)).toBe('faded');
    expect(planePresence(0.0099, 0.4, undefined)).toBe('folded');
    expect(planePresence(0.008, 0.01, undefined)).toBe('full');
  });

  it('does not flicker around a limit', () => {
    expect(planePresence(0.0199, 0.4, 'full')).toBe('full');
    expect(planePresence(0.0095, 0.4, 'faded')).toBe('faded');
    expect(planePresence(0.0095, 0.4, 'folded')).toBe('folded');
    expect(planePresence(0.0085, 0.4, 'faded')).toBe('folded');
  });
});

describe('motion', () => {
  it('goes from where it is to the new values', () => {
    const tween = createTween();
    tween.retarget([0, 0], 0, 100);
    expect([...tween.at(0)]).toEqual([0, 0]);
    tween.retarget([10, 20], 0, 100);
    expect([...tween.at(50)]).toEqual([5, 10]);
    tween.retarget([0, 0], 50, 100);
    expect([...tween.at(50)]).toEqual([5, 10]);
    expect(tween.isMoving(149)).toBe(true);
    expect([...tween.at(150)]).toEqual([0, 0]);
    expect(tween.isMoving(150)).toBe(false);
  });

  it('arrives at once without a duration or with another number of values', () => {
    const tween = createTween();
    tween.retarget([1, 2], 0, 0);
    tween.retarget([3, 4], 10, 0);
    expect([...tween.at(10)]).toEqual([3, 4]);
    tween.retarget([1, 2, 3], 20, 100);
    expect([...tween.at(20)]).toEqual([1, 2, 3]);
  });

  it('lasts no longer than the interval between updates', () => {
    const pace = createPace();
    expect(pace(1000)).toBe(0);
    expect(pace(1040)).toBe(40);
    expect(pace(9000)).toBe(LONGEST_MOTION);
  });
});
