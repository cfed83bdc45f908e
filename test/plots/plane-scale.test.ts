import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fadingPath, pathCorners } from '../../src/plots/curves/plane-path.ts';
import {
  avoidPoints,
  firstNameCorners,
  planeRegions,
} from '../../src/plots/curves/plane-region-marks.ts';
import { regionOf } from '../../src/plots/curves/plane-regions.ts';
import {
  createSymmetricityScale,
  symmetricityLow,
  symmetricityTicks,
} from '../../src/plots/curves/plane-scale.ts';
import { grokkingPoint } from '../gallery/synthetic-runs.ts';

describe('scale of gradient symmetricity', () => {
  const scale = createSymmetricityScale(-0.2, 1);
  const symmetricity = fastCheck.double({ min: -0.2, max: 1, noNaN: true });

  it('gives up to 0.9 half of the width and Pizza at least 30 %', () => {
    expect(scale.position(-0.2)).toBe(0);
    expect(scale.position(0.9)).toBeCloseTo(0.5, 2);
    expect(1 - scale.position(0.98)).toBeGreaterThan(0.3);
    expect(scale.position(1)).toBe(1);
  });

  it('is monotone', () => {
    fastCheck.assert(
      fastCheck.property(symmetricity, symmetricity, (first, second) => {
        fastCheck.pre(second - first > 1e-9);
        expect(scale.position(first)).toBeLessThan(scale.position(second));
      }),
    );
  });

  it('is inverted by value', () => {
    fastCheck.assert(
      fastCheck.property(symmetricity, (value) => {
        expect(scale.value(scale.position(value))).toBeCloseTo(value, 9);
      }),
    );
  });

  it('stays on the axis for values beyond it', () => {
    expect(scale.position(1.0000001)).toBe(1);
    expect(scale.position(-0.9)).toBe(0);
    expect(scale.value(7)).toBe(1);
  });

  it('reaches lower where the data do', () => {
    expect(symmetricityLow(0.3)).toBe(-0.2);
    expect(symmetricityLow(-0.34)).toBe(-0.4);
    expect(symmetricityLow(-5)).toBe(-1);
  });

  it('labels the threshold first', () => {
    expect(symmetricityTicks[0]).toBe(0.98);
  });
});

describe('regions', () => {
  it('follow the verdict at and beside the thresholds', () => {
    expect(regionOf(0.981, 0.599)).toBe('Pizza');
    expect(regionOf(0.98, 0.6)).toBe('Clock');
    expect(regionOf(0.98, 0.599)).toBeNull();
    expect(regionOf(0.981, 0.6)).toBeNull();
  });

  it('move a name only when a point comes upon it', () => {
    const regions = planeRegions({ width: 300, height: 120, thresholdX: 200, thresholdY: 48 });
    expect(avoidPoints(regions, firstNameCorners, [{ x: 150, y: 10 }])).toEqual(firstNameCorners);
    const moved = avoidPoints(regions, firstNameCorners, [{ x: 30, y: 38 }]);
    expect(moved).toEqual({ clock: 'bottom-right', pizza: 'top-right' });
    expect(avoidPoints(regions, moved, [{ x: 150, y: 10 }]).clock).toBe('bottom-right');
    expect(avoidPoints(regions, moved, [])).toEqual(firstNameCorners);
  });
});

describe('path', () => {
  const place = (x: number, y: number) => ({ x, y });
  const point = grokkingPoint(0);

  it('skips snapshots without measures and interrupts the path there', () => {
    const missing = { ...point, gradientSymmetricity: null };
    const broken = { ...point, distanceIrrelevance: Number.NaN };
    const corners = pathCorners([point, missing, point, broken, point], place);
    expect(corners.map(({ index }) => index)).toEqual([0, 2, 4]);
    expect(fadingPath(corners, 2).every(({ path }) => path === '')).toBe(true);
  });

  it('fades to the past, and is faintest after the present', () => {
    const corners = Array.from({ length: 50 }, (_, index) => ({ x: index, y: 0, index }));
    const pieces = fadingPath(corners, 40);
    const opacities = pieces.map(({ opacity }) => opacity);
    const past = opacities.slice(0, -1);
    expect(past).toEqual(past.toSorted((first, second) => first - second));
    expect(Math.min(...past)).toBeGreaterThan(opacities.at(-1) as number);
    const segments = pieces.flatMap(({ path }) => [...path.matchAll(/L/g)]);
    expect(segments).toHaveLength(49);
    expect(pieces.at(-1)?.path.startsWith('M40.0,')).toBe(true);
  });
});
