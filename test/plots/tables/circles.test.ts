import { describe, expect, it } from 'vitest';
import type { CirclePlane, CirclesData } from '../../../src/plots/circles.ts';
import { tablesOf } from '../../../src/plots/tables.ts';

const p = 12;

/** A round circle of radius 2. */
function plane(k: number, powerFraction: number, changes: Partial<CirclePlane> = {}): CirclePlane {
  const points = Float32Array.from({ length: 2 * p }, (_, index) => {
    const angle = (2 * Math.PI * k * Math.floor(index / 2)) / p;
    return 2 * (index % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
  });
  return { k, powerFraction, axisRatio: 1, points, sharedFactor: 1, ...changes };
}

const data: CirclesData = {
  p,
  step: 1240,
  planes: [
    plane(5, 0.262),
    plane(1, 0.5, { axisRatio: 0.8 }),
    plane(4, 0.1, { sharedFactor: 4 }),
    plane(6, 0.004, { degenerate: true, sharedFactor: 6 }),
  ],
  count: 3,
  paused: true,
};

describe('circles as tables', () => {
  const [circles, ...points] = tablesOf('circles', data);

  it('have a row for each circle that is shown, the strongest first', () => {
    expect(circles?.caption).toBe(
      'The 3 strongest of 4 circles of the embedding, at step 1,240 (p = 12)',
    );
    expect(circles?.rows).toEqual([
      [1, '50.0', '0.80', 'oval', 12],
      [5, '26.2', '1.00', 'round', 12],
      [4, '10.0', '1.00', 'round', 3],
    ]);
  });

  it('have the points of each, folded', () => {
    expect(points.map(({ caption }) => caption)).toEqual([
      'Points of circle 1',
      'Points of circle 5',
      'Points of circle 4',
    ]);
    expect(points.every(({ isFolded }) => isFolded)).toBe(true);
    expect(points[0]?.rows).toHaveLength(p);
    expect(points[0]?.rows[3]).toEqual([3, '0.000', '2.000', '90']);
    expect(points[1]?.rows[1]).toEqual([1, '−1.732', '1.000', '150']);
  });

  it('follow the data, and are none before there are circles', () => {
    const [later] = tablesOf('circles', { ...data, step: 2000, planes: [plane(5, 0.9)] });
    expect(later?.rows).toEqual([[5, '90.0', '1.00', 'round', 12]]);
    expect(tablesOf('circles', { ...data, planes: [] })).toEqual([]);
  });

  it('name no roundness where there is only a cosine', () => {
    const [table] = tablesOf('circles', { ...data, count: 4 });
    expect(table?.rows[3]).toEqual([6, '0.4', '', 'line', 2]);
  });
});
