import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frequencyComponents, highestFrequency, residueAngle } from '../../src/math/fourier.ts';
import { dotProduct, mean } from '../../src/math/statistics.ts';

describe('Fourier components of a table over the residues', () => {
  it('hold together all of its power about the mean (Parseval), for odd and even p', () => {
    const table = fastCheck.integer({ min: 2, max: 24 }).chain((p) =>
      fastCheck.integer({ min: 1, max: 4 }).chain((width) =>
        fastCheck
          .array(fastCheck.double({ min: -10, max: 10, noNaN: true }), {
            minLength: p * width,
            maxLength: p * width,
          })
          .map((values) => ({ p, width, values })),
      ),
    );
    fastCheck.assert(
      fastCheck.property(table, ({ p, width, values }) => {
        let power = 0;
        for (let column = 0; column < width; column++) {
          const entries = values.filter((_, index) => index % width === column);
          power += entries.reduce((sum, value) => sum + (value - mean(entries)) ** 2, 0);
        }
        const found = frequencyComponents(values, p, width).reduce(
          (sum, { cosine, sine }) => sum + dotProduct(cosine, cosine) + dotProduct(sine, sine),
          0,
        );
        expect(Math.abs(found - power)).toBeLessThan(1e-9 * Math.max(1, power));
      }),
    );
  });

  it('find a single wave and nothing else', () => {
    const p = 11;
    const wave = Array.from({ length: p }, (_, t) => 3 * Math.cos(residueAngle(4, t, p)) + 7);
    for (const { k, cosine, sine } of frequencyComponents(wave, p, 1)) {
      expect(cosine[0]).toBeCloseTo(k === 4 ? 3 * Math.sqrt(p / 2) : 0, 12);
      expect(sine[0]).toBeCloseTo(0, 12);
    }
  });

  it('end with a cosine alone at p/2 for even p', () => {
    const p = 6;
    const alternating = [1, -1, 1, -1, 1, -1];
    const components = frequencyComponents(alternating, p, 1);
    expect(components.map(({ k }) => k)).toEqual([1, 2, 3]);
    expect(components.at(-1)?.cosine[0]).toBeCloseTo(Math.sqrt(6), 12);
    expect(components.at(-1)?.sine[0]).toBe(0);
    expect(highestFrequency(2)).toBe(1);
    expect(highestFrequency(59)).toBe(29);
  });
});

describe('the angle of a residue', () => {
  it('stays exact for large products', () => {
    expect(residueAngle(29, 58, 59)).toBeCloseTo((2 * Math.PI * 30) / 59, 14);
    expect(residueAngle(3, 2 * 59, 59)).toBe(0);
    expect(residueAngle(1_000_003, 4, 59)).toBe(residueAngle(1_000_003 % 59, 4, 59));
  });
});
