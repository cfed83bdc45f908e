import { describe, expect, it } from 'vitest';
import { crowding, dotOpacity, dotRadius } from '../../../src/plots/phase-map/dot-size.ts';
import { FOOT, mapLayout, mapScales, usualHeight } from '../../../src/plots/phase-map/layout.ts';
import { mapOf } from './data.ts';

const runs = mapOf([
  [0, 0],
  [1, 1],
]);

describe('the layout of the phase map', () => {
  it('keeps its height whatever it shows', () => {
    const threshold = { ...runs.across, threshold: { value: 0.5, text: 'half' } };
    const shown = [
      undefined,
      runs,
      mapOf([[0, Number.NaN]]),
      mapOf([[0, 1]], { across: threshold }),
    ];
    for (const width of [320, 390, 600, 1000]) {
      const heights = shown.map((data) => mapLayout(width, data).height);
      expect(new Set(heights).size).toBe(1);
    }
    expect(usualHeight(320)).toBeLessThan(usualHeight(1000));
    expect(mapLayout(400, runs, 500).height).toBe(mapLayout(900, runs, 500).height);
  });

  it('keeps a row at the foot only for runs without a value', () => {
    const without = mapLayout(400, runs);
    const hollow = mapLayout(400, mapOf([[0, Number.NaN]]));
    expect(without.axisHeight).toBe(without.plotHeight);
    expect(hollow.plotHeight - hollow.axisHeight).toBe(FOOT);
  });

  it('holds the ends of both axes', () => {
    const layout = mapLayout(320, runs);
    const { across, up } = mapScales(runs, layout);
    expect(across(0)).toBeGreaterThan(6);
    expect(across(1)).toBeLessThan(layout.plotWidth - 6);
    expect(up(1)).toBeGreaterThan(6);
    expect(up(0)).toBeLessThan(layout.axisHeight - 6);
    expect(layout.left + layout.plotWidth).toBeLessThan(320);
  });

  it('makes many dots small and lets them shine through', () => {
    const usual = 900 * 400;
    expect(dotRadius(crowding(67, usual))).toBe(5);
    expect(dotRadius(crowding(10_000, usual))).toBeCloseTo(2, 1);
    expect(dotRadius(crowding(67, usual / 4))).toBeLessThan(5);
    expect(dotOpacity(crowding(67, usual))).toBeGreaterThan(0.9);
    expect(dotOpacity(crowding(10_000, usual))).toBeLessThan(0.65);
  });
});
