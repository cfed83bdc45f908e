/** Engines for tests that must be freed whatever happens, and suites that run over all of them. */
import * as tf from '@tensorflow/tfjs-core';
import { describe } from 'vitest';
import { createPlainEngine, createWasmEngine } from '../../src/engine/cpu/cpu-engine.ts';
import { createStockEngine } from '../../src/engine/stock/stock-engine.ts';
import type {
  BackendName,
  EngineMemory,
  EngineStart,
  TrainingEngine,
} from '../../src/engine/training-engine.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { describeOnBackends } from './backends.ts';
import { startOf } from './networks.ts';

/** Makes an engine, on the backend that is active where that matters. */
export type CreateEngine = (start: EngineStart) => TrainingEngine | Promise<TrainingEngine>;

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

/** Runs something with a fresh engine and frees it. */
export async function withEngine<Result>(
  configuration: RunConfiguration,
  use: (engine: TrainingEngine) => Promise<Result>,
  create: CreateEngine = createStockEngine,
): Promise<Result> {
  const engine = await create(startOf(configuration));
  try {
    return await use(engine);
  } finally {
    engine.dispose();
  }
}

/** What TensorFlow.js holds at present: nothing before it has any backend. */
export function heldMemory(): EngineMemory {
  if (Object.keys(tf.engine().registryFactory).length === 0) return { tensors: 0, bytes: 0 };
  const { numTensors, numBytes } = tf.memory();
  return { tensors: numTensors, bytes: numBytes };
}
