import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symmetricEigen } from '../../src/math/eigen.ts';
import { dotProduct } from '../../src/math/statistics.ts';

describe('eigenvalues of a symmetric matrix', () => {
  it('are those known by hand, from the largest to the smallest', () => {
    expect([...symmetricEigen([2, 1, 1, 2], 2).values]).toEqual([
      expect.closeTo(3, 12),
      expect.closeTo(1, 12),
    ]);
    const tridiagonal = symmetricEigen([2, -1, 0, -1, 2, -1, 0, -1, 2], 3);
    const expected = [2 + Math.SQRT2, 2, 2 - Math.SQRT2];
    expected.forEach((value, index) => {
      expect(tridiagonal.values[index]).toBeCloseTo(value, 12);
    });
  });

  it('come with vectors known by hand', () => {
    const { vectors } = symmetricEigen([2, 1, 1, 2], 2);
    const [first, second] = vectors as [Float64Array, Float64Array];
    expect(Math.abs((first[0] as number) + (first[1] as number))).toBeCloseTo(Math.SQRT2, 12);
    expect(Math.abs((second[0] as number) - (second[1] as number))).toBeCloseTo(Math.SQRT2, 12);
  });

  it('are found where they repeat, vanish or stand on the diagonal already', () => {
    expect([...symmetricEigen([5, 0, 0, 5], 2).values]).toEqual([5, 5]);
    expect([...symmetricEigen([0, 0, 0, 0], 2).values]).toEqual([0, 0]);
    expect([...symmetricEigen([1, 0, 0, 0, 7, 0, 0, 0, -3], 3).values]).toEqual([7, 1, -3]);
    expect([...symmetricEigen([4], 1).values]).toEqual([4]);
    expect([...symmetricEigen(new Array(9).fill(1), 3).values]).toEqual([
      expect.closeTo(3, 12),
      expect.closeTo(0, 12),
      expect.closeTo(0, 12),
    ]);
  });

  it('rebuild any matrix together with their orthonormal vectors', () => {
    fastCheck.assert(
      fastCheck.property(symmetricMatrix(), ({ size, matrix }) => {
        const { values, vectors } = symmetricEigen(matrix, size);
        const scale = Math.max(1, ...matrix.map(Math.abs));
        for (let i = 0; i < size; i++) {
          if (i > 0) expect(values[i]).toBeLessThanOrEqual(values[i - 1] as number);
          for (let j = 0; j < size; j++) {
            const left = vectors[i] as Float64Array;
            const right = vectors[j] as Float64Array;
            expect(Math.abs(dotProduct(left, right) - (i === j ? 1 : 0))).toBeLessThan(1e-10);
            const rebuilt = vectors.reduce(
              (sum, vector, l) =>
                sum + (values[l] as number) * (vector[i] as number) * (vector[j] as number),
              0,
            );
            expect(Math.abs(rebuilt - (matrix[i * size + j] as number))).toBeLessThan(1e-9 * scale);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leave the matrix as it was', () => {
    const matrix = [2, 1, 1, 2];
    symmetricEigen(matrix, 2);
    expect(matrix).toEqual([2, 1, 1, 2]);
  });

  it('end without a result rather than never when the matrix is not finite', () => {
    const { values } = symmetricEigen([Number.NaN, 1, 1, 2], 2);
    expect(values.every(Number.isNaN)).toBe(true);
  });
});

function symmetricMatrix() {
  return fastCheck.integer({ min: 1, max: 9 }).chain((size) =>
    fastCheck
      .array(fastCheck.double({ min: -100, max: 100, noNaN: true }), {
        minLength: size * size,
        maxLength: size * size,
      })
      .map((values) => ({
        size,
        matrix: values.map((_, index) => {
          const row = Math.floor(index / size);
          const column = index % size;
          return values[Math.min(row, column) * size + Math.max(row, column)] as number;
        }),
      })),
  );
}
