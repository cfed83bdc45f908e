import { lab, rgb } from 'd3';
import { describe, expect, it } from 'vitest';
import { colourPosition, colourTicks } from '../../../src/plots/phase-map/colour-scale.ts';
import { colourRamp, rampColour, rampGradient, SHADES } from '../../../src/plots/phase-map/ramp.ts';

const themes = {
  light: { pizza: '#dd5a30', between: '#6f6a5c', clock: '#1f4fb8' },
  dark: { pizza: '#ffa584', between: '#b5af9e', clock: '#6b94f2' },
  'a middle too light': { pizza: '#dd5a30', between: '#ffffff', clock: '#1f4fb8' },
};

describe('positions between Pizza and Clock', () => {
  it('has its ends and its threshold where they belong', () => {
    expect(colourPosition('irrelevance', 0)).toBe(0);
    expect(colourPosition('irrelevance', 0.6)).toBe(0.5);
    expect(colourPosition('irrelevance', 1)).toBe(1);
    expect(colourPosition('symmetricity', 1)).toBe(0);
    expect(colourPosition('symmetricity', 0.98)).toBeCloseTo(0.5, 12);
    expect(colourPosition('symmetricity', 0)).toBe(1);
    expect(colourPosition('symmetricity', -0.4)).toBe(1);
    expect(colourPosition('symmetricity', Number.NaN)).toBeUndefined();
  });

  it('is monotone, and stretched near a symmetricity of 1', () => {
    const values = Array.from({ length: 201 }, (_, index) => index / 200);
    const rising = values.map((value) => colourPosition('irrelevance', value) ?? -1);
    const falling = values.map((value) => 1 - (colourPosition('symmetricity', value) ?? -1));
    for (const positions of [rising, falling]) {
      expect(positions).toEqual([...positions].sort((one, other) => one - other));
    }
    expect(colourPosition('symmetricity', 0.995)).toBeLessThan(0.4);
  });

  it('puts low values at the left of the bar', () => {
    for (const measure of ['symmetricity', 'irrelevance'] as const) {
      const ticks = colourTicks(measure).sort((one, other) => one.value - other.value);
      expect(ticks[0]?.at).toBe(0);
      expect(ticks.at(-1)?.at).toBe(1);
      expect(ticks.find(({ isThreshold }) => isThreshold)?.at).toBeCloseTo(0.5, 12);
    }
  });
});

describe.each(Object.entries(themes))('the ramp: %s', (_, theme) => {
  const ramp = colourRamp(theme);

  it('runs between the two reserved colours', () => {
    expect(ramp).toHaveLength(SHADES);
    expect(rgb(rampColour(ramp, 0)).formatHex()).toBe(theme.pizza);
    expect(rgb(rampColour(ramp, 1)).formatHex()).toBe(theme.clock);
  });

  it('gets darker all the way, so that it can be read in grey', () => {
    const lightness = ramp.map((colour) => lab(colour).l);
    lightness.forEach((value, shade) => {
      if (shade > 0) expect(value).toBeLessThanOrEqual((lightness[shade - 1] ?? 0) + 0.6);
    });
    expect((lightness[0] ?? 0) - (lightness.at(-1) ?? 0)).toBeGreaterThan(8);
  });

  it('is neutral in the middle only', () => {
    const chroma = (position: number) => {
      const { a, b } = lab(rampColour(ramp, position));
      return Math.hypot(a, b);
    };
    expect(chroma(0.5)).toBeLessThan(15);
    expect(chroma(0.4)).toBeGreaterThan(chroma(0.5) + 5);
    expect(chroma(0.6)).toBeGreaterThan(chroma(0.5) + 5);
  });

  it('fills a bar in either direction', () => {
    const forth = rampGradient(ramp, false);
    expect(forth).toContain(`right, ${ramp[0]}`);
    expect(rampGradient(ramp, true)).toContain(`right, ${ramp.at(-1)}`);
  });
});
