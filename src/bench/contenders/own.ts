/** Our own engine on the CPU: its WebAssembly kernels, and the same kernels in plain TypeScript. */
import { createPlainEngine, createWasmEngine } from '../../engine/cpu/cpu-engine.ts';
import type { TrainingEngine } from '../../engine/training-engine.ts';
import type { Contender, Trainer } from '../contender.ts';

/** Our engine on WebAssembly, which the others are compared with. */
export const wasmContender: Contender = {
  name: 'wasm',
  label: 'own engine',
  runsOn: 'WebAssembly, 1 thread',
  open: async (start) => trainerOf(await createWasmEngine(start)),
};

/** Our engine without WebAssembly. */
export const plainContender: Contender = {
  name: 'plain',
  label: 'own engine, plain TypeScript',
  runsOn: 'JavaScript, 1 thread',
  open: async (start) => trainerOf(createPlainEngine(start)),
};

/** A CPU is given no launches, and nothing is encoded for it. */
function trainerOf(engine: TrainingEngine): Trainer {
  return {
    advance: (count) => engine.advance(count),
    costs: async () => ({
      launchesPerStep: null,
      encodeMilliseconds: null,
      bytes: engine.memory().bytes,
    }),
    close: () => engine.dispose(),
  };
}
