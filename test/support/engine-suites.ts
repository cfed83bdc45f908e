/** Suites that run over all engines. */
import { describe } from 'vitest';
import { createPlainEngine, createWasmEngine } from '../../src/engine/cpu/cpu-engine.ts';
import { createGpuEngine } from '../../src/engine/gpu/gpu-engine.ts';
import { createStockEngine } from '../../src/engine/stock/stock-engine.ts';
import type { BackendName, EngineStart, TrainingEngine } from '../../src/engine/training-engine.ts';
import { describeOnBackends, isSlow } from './backends.ts';
import type { CreateEngine } from './engines.ts';

/** An engine a suite runs on. */
export interface TestedEngine {
  readonly backend: BackendName;
  /** Whose kernels: ours, or TensorFlow.js' operations. */
  readonly kernels: 'own' | 'stock';
  /** True where every other network takes seconds to get ready: see `isSlow`. */
  readonly slow: boolean;
  readonly create: CreateEngine;
}

/** What a suite can be asked of. */
export interface EngineChoice {
  /** Backends of the stock engine; all when left out. */
  readonly stockBackends?: readonly BackendName[];
  /** False for suites that `gpu/` repeats in sizes its adapter can do. */
  readonly fusedGpu?: boolean;
}

/** With the second thread already there. */
async function createTwoThreadEngine(start: EngineStart): Promise<TrainingEngine> {
  const engine = await createWasmEngine(start, 2);
  if (!(await engine.awaitSecondThread(20_000)))
    throw new Error('The second thread did not start.');
  return engine;
}

const cpuEngines: readonly (Omit<TestedEngine, 'slow'> & { readonly title: string })[] = [
  {
    title: 'our kernels in WebAssembly',
    backend: 'wasm',
    kernels: 'own',
    create: (start) => createWasmEngine(start),
  },
  {
    title: 'our kernels in WebAssembly on two threads',
    backend: 'wasm',
    kernels: 'own',
    create: createTwoThreadEngine,
  },
  {
    title: 'our kernels in plain TypeScript',
    backend: 'cpu',
    kernels: 'own',
    create: createPlainEngine,
  },
];

/** Declares the tests of `declare` once for each engine. */
export function describeOnEngines(
  title: string,
  declare: (engine: TestedEngine) => void,
  { stockBackends, fusedGpu = true }: EngineChoice = {},
): void {
  for (const engine of cpuEngines) {
    describe(`${title} with ${engine.title}`, () => declare({ ...engine, slow: false }));
  }
  if (fusedGpu) {
    describeOnBackends(
      `${title} with our kernels`,
      (backend) =>
        declare({ backend, kernels: 'own', slow: isSlow(backend), create: createGpuEngine }),
      ['webgpu'],
    );
  }
  describeOnBackends(
    `${title} with TensorFlow.js’ operations`,
    (backend) =>
      declare({ backend, kernels: 'stock', slow: isSlow(backend), create: createStockEngine }),
    stockBackends,
  );
}
