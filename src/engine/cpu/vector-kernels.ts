/** The kernels in WebAssembly with vector instructions, built from `assembly/`. */
import type { CpuKernels, KernelMemory } from './kernels.ts';
import { kernelsBinary } from './kernels-binary.ts';

const pageBytes = 65536;
/** WebAssembly addresses 32 bits. */
const mostBytes = 4 * 1024 ** 3;

let compiled: Promise<WebAssembly.Module> | undefined;

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

/**
 * Kernels on a memory of their own.
 *
 * @param bytes size of the memory
 * @throws Error with one plain sentence without vector instructions, or without so much memory
 */
export async function createVectorKernels(bytes: number): Promise<KernelMemory> {
  const module = await compileKernels();
  const memory = reserve(bytes);
  const instance = await WebAssembly.instantiate(module, { env: { memory } });
  return {
    numbers: new Float32Array(memory.buffer),
    integers: new Int32Array(memory.buffer),
    sums: new Float64Array(memory.buffer),
    bytes: memory.buffer.byteLength,
    kernels: instance.exports as unknown as CpuKernels,
  };
}

function reserve(bytes: number): WebAssembly.Memory {
  const pages = Math.ceil(bytes / pageBytes);
  if (bytes < mostBytes) {
    try {
      return new WebAssembly.Memory({ initial: pages });
    } catch {
      // Said below.
    }
  }
  throw new Error(
    `This network needs ${Math.ceil(bytes / 1e6)} MB of memory, which is not to be had here: choose a smaller width, modulus or depth.`,
  );
}

function compileKernels(): Promise<WebAssembly.Module> {
  compiled ??= compile();
  return compiled;
}

async function compile(): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === 'undefined') {
    throw new Error('WebAssembly is switched off here: plain JavaScript trains instead.');
  }
  const binary = Uint8Array.from(atob(kernelsBinary), (character) => character.charCodeAt(0));
  try {
    return await WebAssembly.compile(binary);
  } catch {
    throw new Error(
      'WebAssembly has no vector instructions here: plain JavaScript trains instead.',
    );
  }
}
