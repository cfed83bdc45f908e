/** Thread entry: the second lane of a network, on the memory of the first thread. */

import { firstMessage } from '../../threads/thread.ts';
import type { EngineStart } from '../../training-engine.ts';
import { planTrainer, Trainer } from '../trainer.ts';
import { bindVectorKernels } from '../vector-kernels.ts';
import { Handshake } from './handshake.ts';

/** What the second thread is told. */
export interface LaneStart {
  readonly start: EngineStart;
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly handshake: SharedArrayBuffer;
}

/** The lane this thread does. */
const ownLane = 1;

async function serveLane(): Promise<void> {
  const { start, module, memory, handshake } = await firstMessage<LaneStart>();
  // The same start gives the same addresses: the first thread has written everything there.
  const trainer = new Trainer(planTrainer(start), await bindVectorKernels(module, memory));
  new Handshake(handshake).serve((differentiates) => trainer.runLane(ownLane, differentiates));
  globalThis.close?.();
}

void serveLane();
