import { describe, expect, it } from 'vitest';
import { rowProduct, transpose, transposePrecise } from '../../src/math/dense.ts';

/** 2 × 3. */
const matrix = Float64Array.of(1, 2, 3, 4, 5, 6);

describe('small dense linear algebra', () => {
  it('multiplies a row with a vector', () => {
    expect(rowProduct(matrix, Float64Array.of(1, 1, 2), 1)).toBe(21);
  });

  it('exchanges rows and columns, in float32 and in float64', () => {
    expect(transpose(matrix, 2, 3)).toEqual(Float32Array.of(1, 4, 2, 5, 3, 6));
    expect(transposePrecise(matrix, 2, 3)).toEqual(Float64Array.of(1, 4, 2, 5, 3, 6));
  });
});
