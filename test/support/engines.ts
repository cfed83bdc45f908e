/** Engines for tests that must be freed whatever happens. */
import * as tf from '@tensorflow/tfjs-core';
import { createStockEngine } from '../../src/engine/stock/stock-engine.ts';
import type {
  EngineMemory,
  EngineStart,
  TrainingEngine,
} from '../../src/engine/training-engine.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { startOf } from './networks.ts';

/** Makes an engine, on the backend that is active where that matters. */
export type CreateEngine = (start: EngineStart) => TrainingEngine | Promise<TrainingEngine>;

/** Runs something with a fresh engine and frees it. */
export async function withEngine<Result>(
  configuration: RunConfiguration,
  use: (engine: TrainingEngine) => Promise<Result>,
  create: CreateEngine = createStockEngine,
): Promise<Result> {
  const engine = await create(startOf(configuration));
  try {
    return await use(engine);
  } finally {
    engine.dispose();
  }
}

/** What TensorFlow.js holds at present: nothing before it has any backend. */
export function heldMemory(): EngineMemory {
  if (Object.keys(tf.engine().registryFactory).length === 0) return { tensors: 0, bytes: 0 };
  const { numTensors, numBytes } = tf.memory();
  return { tensors: numTensors, bytes: numBytes };
}
