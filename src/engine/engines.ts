/**
 * Engines by kind. Our own kernels come first on the GPU and on the CPU; TensorFlow.js' operations
 * are the next resort on the GPU, and the only way on WebGL. TensorFlow.js is loaded only when a GPU
 * is used.
 */
import type { Platform } from './backends.ts';
import { createPlainEngine, createWasmEngine } from './cpu/cpu-engine.ts';
import { requireVectorKernels } from './cpu/vector-kernels.ts';
import type { BackendName, EngineStart, TrainingEngine } from './training-engine.ts';

/** A way to train: a backend, and whose kernels it runs. */
export type EngineKind = 'webgpu' | 'webgpu-stock' | 'webgl' | 'wasm' | 'cpu';

/** The kinds of a backend, the fastest first. */
export const engineKinds: Readonly<Record<BackendName, readonly EngineKind[]>> = {
  webgpu: ['webgpu', 'webgpu-stock'],
  webgl: ['webgl'],
  wasm: ['wasm'],
  cpu: ['cpu'],
};

/** Where a kind of engine trains. */
export function backendOf(kind: EngineKind): BackendName {
  return kind === 'webgpu-stock' ? 'webgpu' : kind;
}

/**
 * Gets a backend ready for engines.
 *
 * @throws Error with one plain sentence when it cannot be used
 */
export async function readyBackend(backend: BackendName, platform: Platform): Promise<void> {
  if (backend === 'cpu') return;
  if (backend === 'wasm') return requireVectorKernels();
  const { activateBackend } = await import('./backends.ts');
  await activateBackend(backend, platform);
}

/** Forgets GPUs that are gone, so that the next engine takes a new device. */
export async function forgetGpu(): Promise<void> {
  const { forgetBackend } = await import('./backends.ts');
  forgetBackend('webgpu');
  forgetBackend('webgl');
}

/**
 * The network of `start`, on a backend that is ready.
 *
 * @param threads at most so many on WebAssembly; the bits are the same
 * @throws Error with one plain sentence when the network does not fit
 */
export async function createEngine(
  kind: EngineKind,
  start: EngineStart,
  threads: 1 | 2 = 1,
): Promise<TrainingEngine> {
  if (kind === 'wasm') return createWasmEngine(start, threads);
  if (kind === 'cpu') return createPlainEngine(start);
  if (kind === 'webgpu') {
    const { createGpuEngine } = await import('./gpu/gpu-engine.ts');
    return createGpuEngine(start);
  }
  const { createStockEngine } = await import('./stock/stock-engine.ts');
  return createStockEngine(start);
}
