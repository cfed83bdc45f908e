import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byPower, spectrum } from '../../src/analysis/spectrum.ts';
import { circle, randomTable, type Wave, waveTable } from '../support/embeddings.ts';

describe('the spectrum of an embedding', () => {
  it('gives a single round circle all power and axis ratio 1', () => {
    const { frequencies, effectiveCircles, gini } = spectrum(
      waveTable(59, [circle(17, 3, [1, 4])], [5, 5, 5, 5, 5, 5, 5, 5]),
    );
    expect(frequencies).toHaveLength(29);
    expect(frequencies[16]).toMatchObject({
      k: 17,
      powerFraction: expect.closeTo(1, 6),
      axisRatio: expect.closeTo(1, 6),
      sharedFactor: 1,
    });
    expect(effectiveCircles).toBeCloseTo(1, 6);
    expect(gini).toBeCloseTo(1 - 1 / 29, 5);
  });

  it('shares power by squared radius between two circles', () => {
    const table = waveTable(59, [circle(3, 1, [0, 1]), circle(20, 2, [2, 3])]);
    const { frequencies, effectiveCircles } = spectrum(table);
    const [first, second, third] = byPower(frequencies);
    expect(first).toMatchObject({ k: 20, powerFraction: expect.closeTo(0.8, 6) });
    expect(second).toMatchObject({ k: 3, powerFraction: expect.closeTo(0.2, 6) });
    expect(third?.powerFraction).toBeLessThan(1e-9);
    expect(effectiveCircles).toBeCloseTo(1 / (0.64 + 0.04), 5);
  });

  it('gives an ellipse the ratio of its axes and a line 0, however they are turned', () => {
    for (const phase of [0, 0.4, 2]) {
      const turned = (long: number, short: number): Wave => ({
        k: 7,
        cosine: [long * Math.cos(phase), -short * Math.sin(phase), 0],
        sine: [long * Math.sin(phase), short * Math.cos(phase), 0],
      });
      const ratio = (wave: Wave) => spectrum(waveTable(59, [wave])).frequencies[6]?.axisRatio;
      expect(ratio(turned(2, 1))).toBeCloseTo(0.5, 5);
      expect(ratio(turned(1, 4))).toBeCloseTo(0.25, 5);
      expect(ratio(turned(3, 0))).toBeLessThan(1e-3);
    }
  });

  it('names the factor a frequency shares with p', () => {
    const { frequencies } = spectrum(randomTable(12, 5, 1));
    expect(frequencies.map(({ sharedFactor }) => sharedFactor)).toEqual([1, 2, 3, 4, 1, 6]);
  });

  it('ends with a line at k = p/2 for even p', () => {
    const { frequencies } = spectrum(waveTable(12, [circle(6, 1, [0, 1])]));
    expect(frequencies.at(-1)).toMatchObject({
      k: 6,
      powerFraction: expect.closeTo(1, 6),
      axisRatio: 0,
    });
    expect(spectrum(randomTable(2, 3, 1)).frequencies).toEqual([
      { k: 1, powerFraction: 1, axisRatio: 0, sharedFactor: 1 },
    ]);
  });

  it('has shares that add up to 1, and at least one effective circle', () => {
    fastCheck.assert(
      fastCheck.property(
        fastCheck.integer({ min: 2, max: 40 }),
        fastCheck.integer({ min: 1, max: 12 }),
        fastCheck.nat(),
        (p, width, seed) => {
          const { frequencies, effectiveCircles, gini } = spectrum(randomTable(p, width, seed));
          const sum = frequencies.reduce((total, { powerFraction }) => total + powerFraction, 0);
          expect(sum).toBeCloseTo(1, 9);
          expect(effectiveCircles).toBeGreaterThan(1 - 1e-9);
          expect(effectiveCircles).toBeLessThan(frequencies.length + 1e-9);
          expect(gini > -1e-9 && gini < 1).toBe(true);
          for (const { axisRatio } of frequencies) {
            expect(axisRatio >= 0 && axisRatio <= 1).toBe(true);
          }
        },
      ),
    );
  });

  it('has no power where all rows are equal', () => {
    const { frequencies } = spectrum(waveTable(5, [circle(1, 0, [0, 1])]));
    expect(frequencies.every(({ powerFraction }) => powerFraction === 0)).toBe(true);
  });
});
