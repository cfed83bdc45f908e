import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frequencyPlanes } from '../../src/analysis/planes.ts';
import { spectrum } from '../../src/analysis/spectrum.ts';
import { residueAngle } from '../../src/math/fourier.ts';
import { createRandomStream } from '../../src/math/random.ts';
import type { EmbeddingTable } from '../../src/model/embedding.ts';
import { circle, randomTable, type Wave, waveTable } from '../support/embeddings.ts';

/** Point of residue t in the plane of frequency k. */
function pointIn(table: EmbeddingTable) {
  const planes = frequencyPlanes(table, spectrum(table).components);
  return (k: number, t: number): [x: number, y: number] => {
    const index = ((k - 1) * table.p + t) * 2;
    return [planes[index] as number, planes[index + 1] as number];
  };
}

const vector = fastCheck.array(fastCheck.double({ min: -2, max: 2, noNaN: true }), {
  minLength: 4,
  maxLength: 4,
});

describe('the plane of a frequency', () => {
  it('shows residue t of a circle at the angle 2πkt/p, wherever the circle lies in space', () => {
    const turned: Wave = {
      k: 7,
      cosine: [1, 2, -1, 0].map((value) => value / Math.sqrt(6)),
      sine: [0, 1, 2, 2].map((value) => value / 3),
    };
    const table = waveTable(59, [turned], [3, -8, 2, 1]);
    const point = pointIn(table);
    for (let t = 0; t < 59; t++) {
      const [x, y] = point(7, t);
      expect(x).toBeCloseTo(Math.cos(residueAngle(7, t, 59)), 5);
      expect(y).toBeCloseTo(Math.sin(residueAngle(7, t, 59)), 5);
    }
  });

  it('separates two circles', () => {
    const point = pointIn(waveTable(13, [circle(2, 3, [0, 1]), circle(5, 1, [2, 3])]));
    for (let t = 0; t < 13; t++) {
      expect(Math.hypot(...point(2, t))).toBeCloseTo(3, 5);
      expect(Math.hypot(...point(5, t))).toBeCloseTo(1, 5);
    }
  });

  it('has orthonormal axes: what lies in the plane keeps its distances', () => {
    fastCheck.assert(
      fastCheck.property(vector, vector, (cosine, sine) => {
        const dot = (left: number[], right: number[]) =>
          left.reduce((sum, value, index) => sum + value * (right[index] as number), 0);
        const area = dot(cosine, cosine) * dot(sine, sine) - dot(cosine, sine) ** 2;
        fastCheck.pre(area > 1e-2);
        const table = waveTable(11, [{ k: 3, cosine, sine }]);
        const point = pointIn(table);
        for (let t = 0; t < 11; t++) {
          const row = [...table.rows.subarray(4 * t, 4 * t + 4)];
          expect(Math.hypot(...point(3, t))).toBeCloseTo(Math.sqrt(dot(row, row)), 3);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is centred, and empty along the sine for k = p/2', () => {
    const table = randomTable(12, 6, 4);
    const point = pointIn(table);
    for (let k = 1; k <= 6; k++) {
      const points = Array.from({ length: 12 }, (_, t) => point(k, t));
      expect(points.reduce((sum, [x]) => sum + x, 0)).toBeCloseTo(0, 4);
      expect(points.reduce((sum, [, y]) => sum + y, 0)).toBeCloseTo(0, 4);
      if (k === 6) expect(points.every(([, y]) => y === 0)).toBe(true);
    }
  });

  it('moves little when the embedding moves little: pictures neither flip nor turn', () => {
    const { normal } = createRandomStream(8, 'drift');
    let table = randomTable(13, 10, 5);
    let before = pointIn(table);
    for (let step = 0; step < 50; step++) {
      const rows = table.rows.map((value) => value + 0.01 * normal());
      table = { ...table, rows, allRows: rows };
      const after = pointIn(table);
      for (let k = 1; k <= 6; k++) {
        for (let t = 0; t < 13; t++) {
          const [x, y] = before(k, t);
          const [nextX, nextY] = after(k, t);
          expect(Math.hypot(nextX - x, nextY - y)).toBeLessThan(0.3);
        }
      }
      before = after;
    }
  });

  it('is a line where the circle is one, and finite where there is nothing', () => {
    const none = new Array(8).fill(0);
    const acrossX = pointIn(waveTable(11, [{ ...circle(2, 1, [0, 1]), sine: none }]));
    const acrossY = pointIn(waveTable(11, [{ ...circle(2, 1, [0, 1]), cosine: none }]));
    for (let t = 0; t < 11; t++) {
      const angle = residueAngle(2, t, 11);
      expect(acrossX(2, t)[0]).toBeCloseTo(Math.cos(angle), 5);
      expect(acrossX(2, t)[1]).toBeCloseTo(0, 5);
      expect(acrossY(2, t)[0]).toBeCloseTo(0, 5);
      expect(acrossY(2, t)[1]).toBeCloseTo(Math.sin(angle), 5);
    }
    const nothing = frequencyPlanes(
      waveTable(5, [circle(1, 0, [0, 1])]),
      spectrum(waveTable(5, [circle(1, 0, [0, 1])])).components,
    );
    expect([...nothing]).toEqual(new Array(20).fill(0));
  });
});
