import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CpuKernels, KernelMemory } from '../../../src/engine/cpu/kernels.ts';
import { createPlainKernels } from '../../../src/engine/cpu/plain-kernels.ts';
import { createVectorKernels } from '../../../src/engine/cpu/vector-kernels.ts';
import { createRandomStream } from '../../../src/math/random.ts';

const bytes = 1 << 19;
const vector = await createVectorKernels(bytes);
const plain = createPlainKernels(vector.bytes);

/** Regions far enough apart for everything below. */
const [left, right, result, packed, scratch, indices] = [1, 2, 3, 4, 5, 6].map(
  (region) => region << 16,
) as [number, number, number, number, number, number];

/** Runs the same calls on both kernel sets, from the same random memory, and compares a region. */
function compare(
  seed: number,
  call: (kernels: CpuKernels) => void,
  at: number,
  count: number,
  prepare: (memory: KernelMemory) => void = () => undefined,
): void {
  for (const memory of [vector, plain]) {
    const random = createRandomStream(seed, 'kernels');
    for (let index = 0; index < memory.bytes / 4; index++) {
      memory.numbers[index] = 2 * random.uniform() - 1;
    }
    prepare(memory);
    call(memory.kernels);
  }
  const read = ({ numbers }: KernelMemory) => [...numbers.subarray(at / 4, at / 4 + count)];
  const expected = read(plain);
  const scale = Math.max(1, ...expected.map(Math.abs));
  for (const [index, value] of read(vector).entries()) {
    const difference = Math.abs(value - (expected[index] as number));
    expect(difference / scale, `number ${index}`).toBeLessThan(3e-6);
  }
}

const size = (most: number) => fc.integer({ min: 1, max: most });
const seeds = fc.integer({ min: 0, max: 1e6 });

describe('the vector kernels compute what plain code computes', () => {
  it('for products of any size and stride, and nothing beyond the result', () => {
    fc.assert(
      fc.property(size(23), size(27), size(41), fc.boolean(), fc.boolean(), seeds, (...values) => {
        const [rows, columns, depth, transposed, adds, seed] = values;
        const stride = columns + 3;
        compare(
          seed,
          (kernels) => {
            const [rowStride, columnStride] = transposed ? [1, depth] : [columns, 1];
            kernels.packColumns(depth, columns, right, rowStride, columnStride, packed);
            kernels.product(
              rows,
              columns,
              depth,
              left,
              depth + 1,
              packed,
              result,
              stride,
              adds,
              scratch,
            );
          },
          result,
          rows * stride + 8,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('for products over rows', () => {
    fc.assert(
      fc.property(size(23), size(27), size(41), fc.boolean(), seeds, (...values) => {
        const [rows, columns, depth, adds, seed] = values;
        compare(
          seed,
          (kernels) =>
            kernels.productOverRows(
              rows,
              columns,
              depth,
              left,
              rows + 2,
              right,
              columns,
              result,
              columns,
              adds,
              scratch,
            ),
          result,
          rows * columns + 8,
        );
      }),
      { numRuns: 300 },
    );
  });

  it.for([0, 1, 2])('for the bend of kind %d and its way back', (kind) => {
    const rows = 3;
    const width = 20;
    const spread = (memory: KernelMemory) => {
      for (let index = 0; index < rows * 24; index++) {
        memory.numbers[left / 4 + index] = (index - 36) / 4;
      }
    };
    const bends = (kernels: CpuKernels) => {
      kernels.bend(rows, width, left, right, 24, kind);
      kernels.bendBack(rows, width, left, right, result, 24, kind);
    };
    compare(1, bends, left, rows * 24, spread);
    compare(1, bends, result, rows * 24, spread);
  });

  it('for losses, gradients, hits and the logits that views draw', () => {
    fc.assert(
      fc.property(size(9), fc.integer({ min: 2, max: 30 }), seeds, fc.boolean(), (...values) => {
        const [rows, classes, seed, learns] = values;
        const stride = classes + 5;
        const prepare = ({ numbers, integers, sums }: KernelMemory) => {
          const random = createRandomStream(seed, 'labels');
          for (let index = 0; index < rows * stride; index++) {
            numbers[left / 4 + index] = 60 * (random.uniform() - 0.5);
          }
          for (let row = 0; row < rows; row++) {
            integers[indices / 4 + row] = Math.floor(random.uniform() * classes);
            integers[indices / 4 + 64 + row] = rows - 1 - row;
          }
          sums.fill(0, packed / 8, packed / 8 + 2);
        };
        const call = (kernels: CpuKernels) =>
          kernels.pairLoss(
            rows,
            classes,
            left,
            stride,
            indices,
            indices + 256,
            0.25,
            learns ? right : 0,
            scratch,
            packed,
            result,
            result + 256,
          );
        compare(seed, call, learns ? right : result, rows, prepare);
        compare(seed, call, result, 64 + rows, prepare);
        const [own, other] = [vector, plain].map(({ sums }) => [
          ...sums.subarray(packed / 8, packed / 8 + 2),
        ]) as [number[], number[]];
        expect(own[1]).toBe(other[1]);
        expect(own[0]).toBeCloseTo(other[0] as number, 4);
      }),
      { numRuns: 200 },
    );
  });

  it('for losses far below what float32 holds beside 1', () => {
    const prepare = ({ numbers, integers, sums }: KernelMemory) => {
      for (const [row, lead] of [10, 20, 40, 60].entries()) {
        numbers.fill(0, left / 4 + 8 * row, left / 4 + 8 * row + 8);
        numbers[left / 4 + 8 * row] = lead;
        integers[indices / 4 + row] = 0;
        integers[indices / 4 + 64 + row] = row;
      }
      sums.fill(0, packed / 8, packed / 8 + 2);
    };
    for (const memory of [vector, plain]) {
      for (const [row, lead] of [10, 20, 40, 60].entries()) {
        prepare(memory);
        const [logits, labels] = [left + 32 * row, indices + 4 * row];
        memory.kernels.pairLoss(
          1,
          5,
          logits,
          8,
          labels,
          indices + 256,
          1,
          right,
          scratch,
          packed,
          result,
          result + 256,
        );
        const exact = Math.log1p(4 * Math.exp(-lead));
        expect(Math.abs((memory.sums[packed / 8] as number) / exact - 1)).toBeLessThan(1e-6);
        const slope = memory.numbers[right / 4] as number;
        const expected = (-4 * Math.exp(-lead)) / (1 + 4 * Math.exp(-lead));
        if (-expected < 1e-20) expect(slope).toBe(0);
        else expect(Math.abs(slope / expected - 1)).toBeLessThan(1e-6);
      }
    }
  });

  it('for attention over positions and its way back', () => {
    fc.assert(
      fc.property(size(3), size(4), size(9), size(3), fc.constantFrom(0, 0.4, 1), seeds, (...v) => {
        const [rows, heads, headWidth, positions, rate, seed] = v;
        const width = heads * headWidth;
        const step = 4 * width;
        const call = (kernels: CpuKernels) => {
          const [keys, values, weights] = [left + 8192, left + 16384, left + 32768];
          const forward = [rows, heads, headWidth, positions, step, left, keys, values] as const;
          kernels.attend(...forward, 0.3, rate, weights, result);
          kernels.attendGradients(
            ...forward,
            0.3,
            rate,
            weights,
            right,
            result + 8192,
            result + 16384,
            result + 32768,
          );
        };
        compare(seed, call, result, rows * width);
        for (const part of [8192, 16384, 32768]) {
          compare(seed, call, result + part, positions * step);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('for an update, and keeps NaN', () => {
    const call = (kernels: CpuKernels) =>
      kernels.adamUpdate(32, left, right, result, packed, 0.9, 0.98, 0.99, 1e-3, 1e-8);
    const prepare = ({ numbers }: KernelMemory) => {
      for (let index = 0; index < 32; index++) {
        numbers[packed / 4 + index] = Math.abs(numbers[packed / 4 + index] as number);
      }
      numbers[left / 4] = 1e-19;
      numbers[right / 4 + 1] = 0;
      numbers[result / 4 + 1] = 1e-19;
    };
    compare(3, call, left, 32, prepare);
    compare(3, call, result, 32, prepare);
    expect(vector.numbers[result / 4 + 1]).toBe(0);
    for (const memory of [vector, plain]) {
      memory.numbers[right / 4] = Number.NaN;
      call(memory.kernels);
      expect(memory.numbers[left / 4]).toBeNaN();
    }
  });
});
