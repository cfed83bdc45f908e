/** The kernels in plain TypeScript: the oracle of the vector kernels, and what trains without them. */
import type { KernelMemory } from './kernels.ts';
import { plainAttention } from './plain/attention.ts';
import { plainLoss } from './plain/loss.ts';
import { plainOptimiser } from './plain/optimiser.ts';
import { plainPairs } from './plain/pairs.ts';
import { plainProducts } from './plain/product.ts';
import { plainRows } from './plain/rows.ts';

/**
 * Kernels on a memory of their own.
 *
 * @param bytes size of the memory
 * @param precision of the numbers; float64 makes a reference for engines in float32
 */
export function createPlainKernels(
  bytes: number,
  precision: 'float32' | 'float64' = 'float32',
): KernelMemory {
  const cells = Math.ceil(bytes / 8) * 2;
  const buffer = new ArrayBuffer(4 * cells);
  const numbers = precision === 'float32' ? new Float32Array(buffer) : new Float64Array(cells);
  // No number shares an address with an integer or a sum: one buffer can hold them all.
  const integers = new Int32Array(buffer);
  const sums = new Float64Array(buffer);
  return {
    numbers,
    integers,
    sums,
    bytes: numbers.byteLength,
    kernels: {
      ...plainProducts(numbers),
      ...plainPairs(numbers, integers),
      ...plainLoss(numbers, integers, sums),
      ...plainOptimiser(numbers),
      ...plainRows(numbers, integers),
      ...plainAttention(numbers),
    },
  };
}
