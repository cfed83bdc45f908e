/** Our own engine on the CPU: its WebAssembly kernels, and the same kernels in plain TypeScript. */
import { createPlainEngine, createWasmEngine } from '../../engine/cpu/cpu-engine.ts';
import { usefulThreads } from '../../engine/cpu/second-thread/useful-threads.ts';
import { canShareMemory, processorCount } from '../../engine/threads/thread.ts';
import type { TrainingEngine } from '../../engine/training-engine.ts';
import { type Contender, type Trainer, Unavailable } from '../contender.ts';

/** Milliseconds a second thread may take to start. */
const longestStart = 10_000;

/** Our engine on WebAssembly, which the others are compared with. */
export const wasmContender: Contender = {
  name: 'wasm',
  label: 'own engine',
  runsOn: 'WebAssembly, 1 thread',
  open: async (start) => trainerOf(await createWasmEngine(start)),
};

/** The same with a second thread, where there can be one. */
export const twoThreadContender: Contender = {
  name: 'wasm-2-threads',
  label: 'own engine',
  runsOn: 'WebAssembly, 2 threads',
  async open(start) {
    if (!canShareMemory()) {
      throw new Unavailable('threads share no memory here: the page is not cross-origin isolated');
    }
    if (processorCount() < 2) throw new Unavailable('this machine has one processor');
    if (usefulThreads(start.configuration) < 2) {
      throw new Unavailable('the network is too small to be shared');
    }
    const engine = await createWasmEngine(start, 2);
    if (await engine.awaitSecondThread(longestStart)) return trainerOf(engine);
    engine.dispose();
    throw new Unavailable('the second thread did not start');
  },
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
