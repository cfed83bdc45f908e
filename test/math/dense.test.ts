import { describe, expect, it } from 'vitest';
import {
  addScaled,
  matrixColumn,
  multiplyTransposedVector,
  multiplyVector,
  rowProduct,
  transpose,
} from '../../src/math/dense.ts';

/** 2 × 3. */
const matrix = Float64Array.of(1, 2, 3, 4, 5, 6);

describe('small dense linear algebra', () => {
  it('multiplies a matrix with a vector', () => {
    expect([...multiplyVector(matrix, Float64Array.of(1, 0, -1), 2, 3)]).toEqual([-2, -2]);
    expect(rowProduct(matrix, Float64Array.of(1, 1, 2), 1)).toBe(21);
  });

  it('multiplies a transposed matrix with a vector, zeros in it included', () => {
    expect([...multiplyTransposedVector(matrix, Float64Array.of(2, -1), 2, 3)]).toEqual([
      -2, -1, 0,
    ]);
    expect([...multiplyTransposedVector(matrix, Float64Array.of(0, 1), 2, 3)]).toEqual([4, 5, 6]);
  });

  it('takes columns, transposes, and adds in place', () => {
    expect([...matrixColumn(matrix, 2, 3, 1)]).toEqual([2, 5]);
    expect([...transpose(matrix, 2, 3)]).toEqual([1, 4, 2, 5, 3, 6]);
    const target = Float64Array.of(1, 1);
    addScaled(target, Float64Array.of(2, 3));
    addScaled(target, Float64Array.of(1, 1), -2);
    expect([...target]).toEqual([1, 2]);
  });
});
