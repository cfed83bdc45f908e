import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveLinear } from '../../src/math/linear-solve.ts';
import { productWithTransposed } from '../../src/math/matrix-product.ts';
import { createRandomStream } from '../../src/math/random.ts';

const size = fastCheck.integer({ min: 1, max: 11 });

describe('the blocked matrix product', () => {
  it('is the sum of products, whatever the shape', () => {
    fastCheck.assert(
      fastCheck.property(size, size, size, fastCheck.nat(), (m, n, depth, seed) => {
        const { normal } = createRandomStream(seed, 'matrices');
        const left = Float64Array.from({ length: m * depth }, normal);
        const right = Float64Array.from({ length: n * depth }, normal);
        const product = productWithTransposed(left, right, depth);
        expect(product).toHaveLength(m * n);
        product.forEach((value, at) => {
          let sum = 0;
          for (let l = 0; l < depth; l++) {
            sum +=
              (left[Math.floor(at / n) * depth + l] as number) *
              (right[(at % n) * depth + l] as number);
          }
          expect(value).toBeCloseTo(sum, 10);
        });
      }),
    );
  });
});

describe('the solution of a symmetric system', () => {
  it('is right for positive definite matrices', () => {
    fastCheck.assert(
      fastCheck.property(size, fastCheck.nat(), (n, seed) => {
        const { normal } = createRandomStream(seed, 'system');
        const factor = Float64Array.from({ length: n * (n + 3) }, normal);
        const matrix = productWithTransposed(factor, factor, n + 3);
        const expected = Float64Array.from({ length: n }, normal);
        const solution = solveLinear(matrix, productWithTransposed(matrix, expected, n));
        solution.forEach((value, at) => {
          expect(value).toBeCloseTo(expected[at] as number, 4);
        });
      }),
    );
  });

  it('gives a zero to what depends on the rest', () => {
    const solution = solveLinear(new Float64Array([2, 2, 2, 2]), new Float64Array([4, 4]));
    expect(solution[0]).toBeCloseTo(2, 9);
    expect(solution[1]).toBe(0);
  });
});
