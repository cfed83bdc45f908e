/**
 * Several networks of one shape at once, for sweeps: on the GPU in the same launches, on the CPU in
 * turns. To use more than one processor, run batches in as many workers or processes.
 */
import { createEngine, type EngineKind } from './engines.ts';
import type { EngineStart, TrainingBatch, TrainingEngine } from './training-engine.ts';

/**
 * The networks of `starts`, on a backend that is ready. Each gets the same bits as alone.
 *
 * @throws Error with one plain sentence when they do not fit
 */
export async function createBatch(
  kind: EngineKind,
  starts: readonly [EngineStart, ...EngineStart[]],
): Promise<TrainingBatch> {
  if (kind === 'webgpu') {
    const { createGpuBatch } = await import('./gpu/gpu-batch.ts');
    return createGpuBatch(starts);
  }
  const engines: TrainingEngine[] = [];
  try {
    for (const start of starts) engines.push(await createEngine(kind, start));
  } catch (error) {
    for (const engine of engines) engine.dispose();
    throw error;
  }
  return new EnginesInTurns(engines as [TrainingEngine, ...TrainingEngine[]]);
}

class EnginesInTurns implements TrainingBatch {
  constructor(private readonly engines: readonly [TrainingEngine, ...TrainingEngine[]]) {}

  get backend() {
    return this.engines[0].backend;
  }

  get size(): number {
    return this.engines.length;
  }

  get step(): number {
    return this.engines[0].step;
  }

  advance(count: number) {
    return this.inTurns((engine) => engine.advance(count));
  }

  evaluate() {
    return this.inTurns((engine) => engine.evaluate());
  }

  parameters() {
    return this.inTurns((engine) => engine.parameters());
  }

  memory() {
    const parts = this.engines.map((engine) => engine.memory());
    return {
      tensors: parts.reduce((sum, { tensors }) => sum + tensors, 0),
      bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }

  dispose(): void {
    for (const engine of this.engines) engine.dispose();
  }

  private async inTurns<Result>(
    use: (engine: TrainingEngine) => Promise<Result>,
  ): Promise<readonly Result[]> {
    const results: Result[] = [];
    for (const engine of this.engines) results.push(await use(engine));
    return results;
  }
}
