/** The kernels in plain TypeScript: the oracle of the vector kernels, and what trains without them. */
import type { KernelMemory } from './kernels.ts';
import { plainAttention } from './plain/attention.ts';
import { plainLoss } from './plain/loss.ts';
import { plainOptimiser } from './plain/optimiser.ts';
import { plainPairs } from './plain/pairs.ts';
import { plainProducts } from './plain/product.ts';
import { plainRows } from './plain/rows.ts';

/** @param bytes size of the memory */
export function createPlainKernels(bytes: number): KernelMemory {
  const buffer = new ArrayBuffer(Math.ceil(bytes / 8) * 8);
  const numbers = new Float32Array(buffer);
  const integers = new Int32Array(buffer);
  return {
    kind: 'plain',
    buffer,
    kernels: {
      ...plainProducts(numbers),
      ...plainPairs(numbers, integers),
      ...plainLoss(numbers, integers, new Float64Array(buffer)),
      ...plainOptimiser(numbers),
      ...plainRows(numbers, integers),
      ...plainAttention(numbers),
    },
  };
}
