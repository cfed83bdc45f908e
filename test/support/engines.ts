/** Engines for tests that must be freed whatever happens. */
import * as tf from '@tensorflow/tfjs-core';
import { createStockEngine } from '../../src/engine/stock/stock-engine.ts';
import type { EngineMemory, TrainingEngine } from '../../src/engine/training-engine.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { startOf } from './networks.ts';

/** Runs something with a fresh engine on the active backend and frees it. */
export async function withEngine<Result>(
  configuration: RunConfiguration,
  use: (engine: TrainingEngine) => Promise<Result>,
): Promise<Result> {
  const engine = createStockEngine(startOf(configuration));
  try {
    return await use(engine);
  } finally {
    engine.dispose();
  }
}

/** What TensorFlow.js holds at present. */
export function heldMemory(): EngineMemory {
  const { numTensors, numBytes } = tf.memory();
  return { tensors: numTensors, bytes: numBytes };
}
