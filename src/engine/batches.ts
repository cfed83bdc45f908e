/**
 * Several networks of one shape at once, for sweeps: on the GPU in the same launches, on the CPU on
 * as many threads as there are processors.
 */
import { engineBatch } from './engine-batch.ts';
import { createEngine, type EngineKind } from './engines.ts';
import { EngineThread, type ProcessorKind } from './threads/engine-thread.ts';
import { processorCount } from './threads/thread.ts';
import type { EngineStart, TrainingBatch, TrainingEngine } from './training-engine.ts';

/** What a batch is made of: at least one network. */
export type BatchStarts = readonly [EngineStart, ...EngineStart[]];

/**
 * The networks of `starts`, on a backend that is ready. Each gets the same bits as alone.
 *
 * @param threads on the CPU at most so many, as many as processors when left out; with one, the
 *   networks take turns on the caller's thread
 * @throws Error with one plain sentence when they do not fit
 */
export async function createBatch(
  kind: EngineKind,
  starts: BatchStarts,
  threads = processorCount(),
): Promise<TrainingBatch> {
  if (starts.length === 0) throw new RangeError('A batch has at least one network.');
  if (kind === 'webgpu') {
    const { createGpuBatch } = await import('./gpu/gpu-batch.ts');
    return createGpuBatch(starts);
  }
  const count = Math.max(1, Math.min(Math.floor(threads), starts.length));
  if ((kind === 'wasm' || kind === 'cpu') && count > 1) return createOnThreads(kind, starts, count);
  const engines: TrainingEngine[] = [];
  const dispose = () => {
    for (const engine of engines) engine.dispose();
  };
  try {
    for (const start of starts) engines.push(await createEngine(kind, start));
    return engineBatch(engines, 'in turns', dispose);
  } catch (error) {
    dispose();
    throw error;
  }
}

/** Network i on thread i modulo their count. */
async function createOnThreads(
  kind: ProcessorKind,
  starts: BatchStarts,
  count: number,
): Promise<TrainingBatch> {
  const threads = Array.from({ length: count }, () => new EngineThread());
  const dispose = () => {
    for (const thread of threads) thread.terminate();
  };
  try {
    const engines = await Promise.all(
      starts.map((start, index) => (threads[index % count] as EngineThread).create(kind, start)),
    );
    return engineBatch(engines, 'together', dispose);
  } catch (error) {
    dispose();
    throw error;
  }
}
