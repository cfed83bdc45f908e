import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circularity, circularThreshold } from '../../src/analysis/circularity.ts';
import { principalComponents } from '../../src/analysis/principal-components.ts';
import { mean } from '../../src/math/statistics.ts';
import { circle, randomTable, waveTable } from '../support/embeddings.ts';

describe('circularity', () => {
  it('is 1 for one circle, for two of different strength, and for a circle seen edge-on', () => {
    expect(circularity(waveTable(59, [circle(5, 1, [0, 1])]))).toBeCloseTo(1, 6);
    const two = [circle(5, 2, [0, 1]), circle(17, 1, [4, 3])];
    expect(circularity(waveTable(59, two, [9, -3, 1, 0, 0, 5, 0, 0]))).toBeCloseTo(1, 6);
    const edgeOn = { ...circle(5, 1, [0, 1]), sine: new Array(8).fill(0) };
    expect(circularity(waveTable(59, [edgeOn]))).toBeCloseTo(1, 6);
  });

  it('is 6/π² for residues on a straight line', () => {
    const p = 127;
    const rows = Float32Array.from({ length: p * 2 }, (_, index) =>
      index % 2 === 0 ? index / 2 : 0,
    );
    // The strongest harmonic of a saw tooth.
    expect(circularity({ p, width: 2, rows, allRows: rows })).toBeCloseTo(6 / Math.PI ** 2, 3);
  });

  it('falls below the threshold where one direction holds two frequencies', () => {
    const mixed = waveTable(59, [circle(5, 1, [0, 1]), circle(9, 0.5, [0, 2])]);
    expect(circularity(mixed)).toBeLessThan(circularThreshold);
    expect(circularity(mixed)).toBeGreaterThan(0.5);
  });

  it('counts k = p/2 of an even p in full', () => {
    const alternating = waveTable(12, [circle(6, 1, [0, 1])]);
    expect(circularity(alternating)).toBeCloseTo(1, 6);
    const both = waveTable(12, [circle(6, 1, [0, 1]), circle(1, 2, [2, 3])]);
    expect(circularity(both)).toBeCloseTo(1, 6);
    expect(circularity(randomTable(2, 6, 1))).toBeCloseTo(1, 6);
  });

  it('lies between 0 and 1, does not see shifts and scales, and is low for noise', () => {
    const table = fastCheck.tuple(
      fastCheck.integer({ min: 2, max: 24 }),
      fastCheck.integer({ min: 2, max: 24 }),
      fastCheck.nat(),
    );
    fastCheck.assert(
      fastCheck.property(table, ([p, width, seed]) => {
        const noise = randomTable(p, width, seed);
        const value = circularity(noise);
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThan(1 + 1e-9);
        const rows = noise.rows.map((entry, index) => 4 * entry + (index % width));
        expect(Math.abs(circularity({ ...noise, rows, allRows: rows }) - value)).toBeLessThan(1e-3);
      }),
      { numRuns: 40 },
    );
    expect(circularity(randomTable(59, 64, 1))).toBeLessThan(0.4);
  });

  it('centres the whole table but looks at the first p rows only', () => {
    const first = waveTable(13, [circle(2, 1, [0, 1], 4)]);
    const second = randomTable(13, 4, 3);
    const shifted = second.rows.map((value) => value + 100);
    const allRows = Float32Array.from([...first.rows, ...shifted]);
    const separate = { ...first, allRows };
    // The second table pulls the first component along its own offset: all of the first p rows then
    // have nearly the same score, whose small rest is the circle.
    const { components } = principalComponents(separate.allRows, separate.width, 1);
    const scores = components[0]?.scores.subarray(0, 13) ?? [];
    expect(mean(scores)).not.toBeCloseTo(0, 1);
    expect(circularity(separate)).toBeLessThan(1);
  });
});
