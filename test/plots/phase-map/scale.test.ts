import { describe, expect, it } from 'vitest';
import {
  axisFraction,
  axisName,
  mapTicks,
  pixelScale,
} from '../../../src/plots/phase-map/scale.ts';
import { attention, symmetricity, widths } from './data.ts';

describe('the scales of the phase map', () => {
  it('runs from end to end and stays within', () => {
    for (const axis of [attention, symmetricity, widths]) {
      const fraction = axisFraction(axis);
      expect(fraction(axis.low)).toBeCloseTo(0, 12);
      expect(fraction(axis.high)).toBeCloseTo(1, 12);
      expect(fraction(axis.high + 1000)).toBe(1);
      expect(fraction(axis.low - 1000)).toBe(0);
    }
  });

  it('gives every doubling the same room on a logarithmic axis', () => {
    const scale = pixelScale(widths, 400, 0);
    expect([32, 64, 128, 256, 512].map((width) => Math.round(scale(width)))).toEqual([
      400, 300, 200, 100, 0,
    ]);
  });

  it('stretches symmetricity near 1, also where the axis ends lower', () => {
    expect(axisFraction(symmetricity)(0.98)).toBeCloseTo(0.666, 2);
    expect(axisFraction({ ...symmetricity, high: 0.98 })(0.98)).toBe(1);
  });

  it('labels plainly, with the threshold among the ticks', () => {
    const texts = (axis: typeof widths) =>
      mapTicks(axis, axisFraction(axis)).map(({ text }) => text);
    expect(texts(widths)).toEqual(['32', '64', '128', '256', '512']);
    expect(texts(symmetricity)).toEqual(['0.98', '0', '1', '0.9']);
    expect(texts({ ...widths, high: 128 })).toEqual(['32', '64', '128']);
    const [threshold, other] = mapTicks(symmetricity, axisFraction(symmetricity));
    expect([threshold?.kind, other?.kind]).toEqual(['threshold', 'regular']);
  });

  it('says how an axis is scaled', () => {
    expect(axisName(attention)).toBe('attention rate');
    expect(axisName(widths)).toBe('width, logarithmic');
    expect(axisName(symmetricity)).toBe('gradient symmetricity, stretched near 1');
  });
});
