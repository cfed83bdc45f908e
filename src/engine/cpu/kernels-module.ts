/** The compiled kernels: compiled once, for one thread and for a memory that two share. */
import { kernelsBinary } from './kernels-binary.ts';
import { words } from './words.ts';

let compiled: Promise<WebAssembly.Module> | undefined;
let compiledShared: Promise<WebAssembly.Module> | undefined;

const limitsWithMaximum = 1;
const sharedLimits = 3;
/** Import of a memory named env.memory, up to its flag: lengths, names, and 2 for "memory". */
const memoryImport = [3, ...bytesOf('env'), 6, ...bytesOf('memory'), 2];

/**
 * The kernels for a memory of one thread.
 *
 * @throws Error with one plain sentence where there are no vector instructions
 */
export function compileKernels(): Promise<WebAssembly.Module> {
  compiled ??= compile(decodeKernels());
  return compiled;
}

/**
 * The same kernels for a memory that is shared, which WebAssembly wants to be told in the module:
 * by the flag before the limits of the imported memory.
 */
export function compileSharedKernels(): Promise<WebAssembly.Module> {
  if (compiledShared === undefined) {
    const binary = decodeKernels();
    const at = memoryFlag(binary);
    if (binary[at] !== limitsWithMaximum) throw new Error('The kernels import no limited memory.');
    binary[at] = sharedLimits;
    compiledShared = compile(binary);
  }
  return compiledShared;
}

function memoryFlag(binary: Uint8Array): number {
  const begins = (at: number) => memoryImport.every((byte, index) => binary[at + index] === byte);
  return binary.findIndex((_, at) => begins(at)) + memoryImport.length;
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function decodeKernels(): Uint8Array<ArrayBuffer> {
  return bytesOf(atob(kernelsBinary));
}

async function compile(binary: Uint8Array<ArrayBuffer>): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === 'undefined') {
    throw new Error(words('wasmOff'));
  }
  try {
    return await WebAssembly.compile(binary);
  } catch {
    throw new Error(words('noVectors'));
  }
}
