/** Who takes part in the benchmark of the command line. */
import { type Contender, contenderNames } from '../../bench/contender.ts';
import { fusedGpuContender } from '../../bench/contenders/fused-gpu.ts';
import { jaxContender } from '../../bench/contenders/jax-js.ts';
import { plainContender, twoThreadContender, wasmContender } from '../../bench/contenders/own.ts';
import { stockContenders } from '../../bench/contenders/stock.ts';
import { UsageError } from '../arguments.ts';
import { pytorchContenders } from './pytorch.ts';

/** Where the benchmark can be run. */
export type BenchBackend = 'wasm' | 'webgpu';

/** Takes no part in the growth table: slower than everybody else. */
const slowest = 'plain';

/** Contenders of both tables, the reference first. */
export interface Field {
  readonly contenders: readonly Contender[];
  readonly growth: readonly Contender[];
}

/**
 * @param device name of the GPU
 * @param only names, with commas between them; all when undefined
 * @param quick leaves out the slowest of our own, unless it is named
 * @throws UsageError for names that are not known here
 */
export function fieldOf(
  backend: BenchBackend,
  device: string,
  only: string | undefined,
  quick: boolean,
): Field {
  const all = backend === 'wasm' ? processorContenders() : gpuContenders(device);
  const names = only?.split(',').map((name) => name.trim());
  const known = all.map(({ name }) => name);
  const unknown = names?.find((name) => !known.some((other) => other === name));
  if (unknown !== undefined) {
    const elsewhere = contenderNames.some((name) => name === unknown);
    const where = elsewhere ? ` with --backend ${backend}` : '';
    throw new UsageError(`--only knows ${known.join(', ')}${where}, not "${unknown}".`);
  }
  const contenders = all.filter(
    ({ name }) => names?.includes(name) ?? !(quick && name === slowest),
  );
  return { contenders, growth: contenders.filter(({ name }) => name !== slowest) };
}

function processorContenders(): readonly Contender[] {
  return [
    wasmContender,
    twoThreadContender,
    plainContender,
    ...stockContenders('wasm', {}, 'WebAssembly, 1 thread'),
    jaxContender,
    ...pytorchContenders,
  ];
}

/** A device that stops answering makes the next call fail, and so its contender. */
function gpuContenders(device: string): readonly Contender[] {
  const autograd = stockContenders('webgpu', {}, device).filter(
    ({ name }) => name === 'tfjs-webgpu-autograd',
  );
  return [fusedGpuContender({}, device), ...autograd];
}
