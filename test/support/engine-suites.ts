/** Suites that run over all engines. */
import { describe } from 'vitest';
import { createPlainEngine, createWasmEngine } from '../../src/engine/cpu/cpu-engine.ts';
import { createStockEngine } from '../../src/engine/stock/stock-engine.ts';
import type { BackendName } from '../../src/engine/training-engine.ts';
import { describeOnBackends } from './backends.ts';
import type { CreateEngine } from './engines.ts';

/** An engine a suite runs on. */
export interface TestedEngine {
  readonly backend: BackendName;
  /** Whose kernels: ours, or TensorFlow.js' operations. */
  readonly kernels: 'own' | 'stock';
  readonly create: CreateEngine;
}

const ownEngines: readonly (TestedEngine & { readonly title: string })[] = [
  {
    title: 'our kernels in WebAssembly',
    backend: 'wasm',
    kernels: 'own',
    create: createWasmEngine,
  },
  {
    title: 'our kernels in plain TypeScript',
    backend: 'cpu',
    kernels: 'own',
    create: createPlainEngine,
  },
];

/**
 * Declares the tests of `declare` once for each engine on the CPU and for the stock engine on every
 * backend. The fused engine on the GPU has the same suite in `gpu/`, in sizes its adapter can do.
 */
export function describeOnEngines(
  title: string,
  declare: (engine: TestedEngine) => void,
  stockBackends?: readonly BackendName[],
): void {
  for (const engine of ownEngines) {
    describe(`${title} with ${engine.title}`, () => declare(engine));
  }
  describeOnBackends(
    `${title} with TensorFlow.js’ operations`,
    (backend) => declare({ backend, kernels: 'stock', create: createStockEngine }),
    stockBackends,
  );
}
