/** Our own engine on the CPU: its WebAssembly kernels, and the same kernels in plain TypeScript. */
import { createPlainEngine, createWasmEngine } from '../../engine/cpu/cpu-engine.ts';
import { usefulThreads } from '../../engine/cpu/second-thread/useful-threads.ts';
import { canShareMemory, processorCount } from '../../engine/threads/thread.ts';
import type { TrainingEngine } from '../../engine/training-engine.ts';
import { type Contender, type Trainer, Unavailable } from '../contender.ts';
import { onWasmThreads, words } from './words.ts';

/** Milliseconds a second thread may take to start. */
const longestStart = 10_000;

/** Our engine on WebAssembly, which the others are compared with. */
export const wasmContender: Contender = {
  name: 'wasm',
  get label() {
    return words('ownEngine');
  },
  get runsOn() {
    return onWasmThreads(1);
  },
  open: async (start) => trainerOf(await createWasmEngine(start)),
};

/** The same with a second thread, where there can be one. */
export const twoThreadContender: Contender = {
  name: 'wasm-2-threads',
  get label() {
    return words('ownEngine');
  },
  get runsOn() {
    return onWasmThreads(2);
  },
  async open(start) {
    if (!canShareMemory()) {
      throw new Unavailable(words('noSharedMemory'));
    }
    if (processorCount() < 2) throw new Unavailable(words('oneProcessor'));
    if (usefulThreads(start.configuration) < 2) {
      throw new Unavailable(words('tooSmall'));
    }
    const engine = await createWasmEngine(start, 2);
    if (await engine.awaitSecondThread(longestStart)) return trainerOf(engine);
    engine.dispose();
    throw new Unavailable(words('notStarted'));
  },
};

/** Our engine without WebAssembly. */
export const plainContender: Contender = {
  name: 'plain',
  get label() {
    return words('ownPlain');
  },
  get runsOn() {
    return words('scriptThread');
  },
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
