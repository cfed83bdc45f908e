/** Sums and copies of rows in plain code. */
import type { CpuKernels, Numbers } from '../kernels.ts';

/** The row kernels on a memory. */
export function plainRows(
  numbers: Numbers,
  integers: Int32Array,
): Pick<
  CpuKernels,
  'addScaled' | 'clear' | 'addToRows' | 'addRowSums' | 'gatherRows' | 'scatterRows'
> {
  function addScaled(count: number, source: number, factor: number, target: number): void {
    const from = source >> 2;
    const to = target >> 2;
    for (let index = 0; index < count; index++) {
      numbers[to + index] =
        (numbers[to + index] as number) + factor * (numbers[from + index] as number);
    }
  }

  const indexOf = (indices: number, row: number): number =>
    indices === 0 ? 0 : (integers[(indices >> 2) + row] as number);

  return {
    addScaled,
    clear(count, target) {
      numbers.fill(0, target >> 2, (target >> 2) + count);
    },
    addToRows(rows, width, row, target, stride) {
      for (let index = 0; index < rows; index++) {
        addScaled(width, row, 1, target + 4 * index * stride);
      }
    },
    addRowSums(rows, width, source, stride, target) {
      for (let index = 0; index < rows; index++) {
        addScaled(width, source + 4 * index * stride, 1, target);
      }
    },
    gatherRows(rows, width, indices, table, target) {
      for (let row = 0; row < rows; row++) {
        const from = (table >> 2) + indexOf(indices, row) * width;
        numbers.copyWithin((target >> 2) + row * width, from, from + width);
      }
    },
    scatterRows(rows, width, indices, source, table) {
      for (let row = 0; row < rows; row++) {
        addScaled(width, source + 4 * row * width, 1, table + 4 * indexOf(indices, row) * width);
      }
    },
  };
}
