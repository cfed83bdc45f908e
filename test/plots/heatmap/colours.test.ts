import { describe, expect, it } from 'vitest';
import { approachDomain, positionIn, valueRange } from '../../../src/plots/heatmap/domain.ts';
import { writePixels } from '../../../src/plots/heatmap/pixels.ts';
import { rampColour, rampGradient } from '../../../src/plots/heatmap/ramp.ts';

/** Relative luminance of an sRGB colour. */
function luminance(colour: readonly number[]): number {
  const [red, green, blue] = colour.map((byte) => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Perceived lightness (CIE L*) of a colour of the ramp. */
function lightness(position: number): number {
  return 116 * Math.cbrt(luminance(rampColour(position))) - 16;
}

describe('the ramp', () => {
  it('becomes lighter all the way, in nearly even steps', () => {
    const steps = Array.from(
      { length: 16 },
      (_, index) => lightness((index + 1) / 16) - lightness(index / 16),
    );
    for (const step of steps) {
      expect(step).toBeGreaterThan(2.5);
      expect(step).toBeLessThan(8);
    }
    for (let index = 0; index < 255; index++) {
      expect(lightness((index + 1) / 255)).toBeGreaterThan(lightness(index / 255) - 0.2);
    }
  });

  it('goes from dark plum to pale sand', () => {
    const [red, green, blue] = rampColour(0);
    expect(lightness(0)).toBeLessThan(15);
    expect(red).toBeGreaterThan(green);
    expect(blue).toBeGreaterThan(green);
    expect(Math.min(...rampColour(1))).toBeGreaterThan(150);
    expect(rampColour(1)[0]).toBeGreaterThan(rampColour(1)[2]);
  });

  it('ends where it ends', () => {
    expect(rampColour(-3)).toEqual(rampColour(0));
    expect(rampColour(7)).toEqual(rampColour(1));
    expect(rampGradient(0.1, 0.9)).toMatch(
      /^linear-gradient\(to right, rgb\(.+\) 10\.0%.+ 90\.0%\)$/,
    );
  });
});

describe('the domain', () => {
  it('leaves out the outermost per cent but knows the real ends', () => {
    const values = Float32Array.from({ length: 1001 }, (_, index) => index);
    values[1000] = 1e6;
    values[0] = Number.NaN;
    const range = valueRange(values);
    expect(range?.full).toEqual({ low: 1, high: 1e6 });
    expect(range?.robust.high).toBeLessThan(1000);
    expect(range?.robust.low).toBeGreaterThan(5);
    expect(valueRange([Number.NaN])).toBeUndefined();
  });

  it('moves gradually and arrives', () => {
    const goal = { low: 10, high: 20 };
    let domain = { low: 0, high: 10 };
    const first = approachDomain(domain, goal, 16);
    expect(first.low).toBeGreaterThan(0);
    expect(first.low).toBeLessThan(1);
    for (let frame = 0; frame < 200; frame++) domain = approachDomain(domain, goal, 16);
    expect(domain).toBe(goal);
    expect(approachDomain(first, goal, Number.POSITIVE_INFINITY)).toBe(goal);
  });

  it('has a middle when it is a point', () => {
    expect(positionIn({ low: 3, high: 3 }, 3)).toBe(0.5);
  });
});

describe('pixels', () => {
  it('take the ramp’s colours, and none where there is no value', () => {
    const bytes = new Uint8ClampedArray(12).fill(7);
    writePixels(bytes, [0, Number.NaN, 1], { low: 0, high: 1 });
    expect([...bytes]).toEqual([...rampColour(0), 255, 0, 0, 0, 0, ...rampColour(1), 255]);
  });
});
