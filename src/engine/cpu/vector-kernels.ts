/** The kernels in WebAssembly with vector instructions, built from `assembly/`. */
import type { CpuKernels, KernelMemory } from './kernels.ts';
import { compileKernels, compileSharedKernels } from './kernels-module.ts';
import { words } from './words.ts';

const pageBytes = 65536;
/** WebAssembly addresses 32 bits. */
const mostBytes = 4 * 1024 ** 3;

/** True where WebAssembly has vector instructions. Never throws. */
export async function hasVectorKernels(): Promise<boolean> {
  try {
    await requireVectorKernels();
    return true;
  } catch {
    return false;
  }
}

/** @throws Error with one plain sentence where there are none */
export async function requireVectorKernels(): Promise<void> {
  await compileKernels();
}

/** Kernels whose memory another thread can work on too. */
export interface SharedKernelMemory extends KernelMemory {
  /** To be sent to the other thread, and bound there. */
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
}

/**
 * Kernels on a memory of their own.
 *
 * @param bytes size of the memory
 * @throws Error with one plain sentence without vector instructions, or without so much memory
 */
export async function createVectorKernels(bytes: number): Promise<KernelMemory> {
  return bindVectorKernels(await compileKernels(), reserve(bytes, false));
}

/**
 * Kernels on a memory that can be sent to another thread. To be called where memory can be shared.
 *
 * @param bytes size of the memory
 * @throws Error with one plain sentence, as above
 */
export async function createSharedKernels(bytes: number): Promise<SharedKernelMemory> {
  const module = await compileSharedKernels();
  const memory = reserve(bytes, true);
  return { ...(await bindVectorKernels(module, memory)), module, memory };
}

/** Kernels on a memory that exists. */
export async function bindVectorKernels(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
): Promise<KernelMemory> {
  const instance = await WebAssembly.instantiate(module, { env: { memory } });
  return {
    numbers: new Float32Array(memory.buffer),
    integers: new Int32Array(memory.buffer),
    sums: new Float64Array(memory.buffer),
    bytes: memory.buffer.byteLength,
    kernels: instance.exports as unknown as CpuKernels,
  };
}

function reserve(bytes: number, shared: boolean): WebAssembly.Memory {
  const pages = Math.ceil(bytes / pageBytes);
  if (bytes < mostBytes) {
    try {
      return new WebAssembly.Memory({ initial: pages, maximum: pages, shared });
    } catch {
      // Said below.
    }
  }
  throw new Error(words('needsMemory', { megabytes: Math.ceil(bytes / 1e6) }));
}
