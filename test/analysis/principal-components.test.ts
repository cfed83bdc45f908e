import { describe, expect, it } from 'vitest';
import { principalComponents } from '../../src/analysis/principal-components.ts';
import { dotProduct } from '../../src/math/statistics.ts';
import { circle, randomTable, waveTable } from '../support/embeddings.ts';

describe('principal components', () => {
  it.for([
    [20, 6],
    [6, 20],
  ] as const)('are orthogonal, the strongest first: %d rows of width %d', ([p, width]) => {
    const { components } = principalComponents(randomTable(p, width, 2).rows, width, 4);
    expect(components).toHaveLength(4);
    for (const [i, left] of components.entries()) {
      for (const [j, right] of components.entries()) {
        expect(dotProduct(left.direction, right.direction)).toBeCloseTo(i === j ? 1 : 0, 6);
        if (i !== j) expect(dotProduct(left.scores, right.scores)).toBeCloseTo(0, 6);
      }
    }
    const shares = components.map(({ varianceShare }) => varianceShare);
    expect(shares).toEqual([...shares].sort((left, right) => right - left));
  });

  it.for([
    [5, 9],
    [9, 5],
  ] as const)('rebuild the table when all are kept: %d rows of width %d', ([p, width]) => {
    const { rows } = randomTable(p, width, 3);
    const { mean, components } = principalComponents(rows, width, 99);
    rows.forEach((value, at) => {
      const rebuilt = components.reduce(
        (sum, { scores, direction }) =>
          sum + (scores[Math.floor(at / width)] ?? 0) * (direction[at % width] ?? 0),
        mean[at % width] ?? 0,
      );
      expect(rebuilt).toBeCloseTo(value, 6);
    });
    expect(components.reduce((sum, { varianceShare }) => sum + varianceShare, 0)).toBeCloseTo(1, 9);
  });

  it('are as many as the table has directions', () => {
    const { rows, width } = waveTable(11, [circle(2, 1, [0, 1])]);
    expect(principalComponents(rows, width, 4).components).toHaveLength(2);
  });
});
