/** A batch made of engines, which train in turns or each for itself. */
import { words } from './threads/words.ts';
import type { EngineMemory, TrainingBatch, TrainingEngine } from './training-engine.ts';

/**
 * @param engines at least one
 * @param order "together" for engines on threads of their own, "in turns" for those that share one
 * @param dispose frees all of them
 */
export function engineBatch(
  engines: readonly TrainingEngine[],
  order: 'together' | 'in turns',
  dispose: () => void,
): TrainingBatch {
  let present = engines;
  const first = engines[0] as TrainingEngine;

  async function each<Result>(
    use: (engine: TrainingEngine) => Promise<Result>,
  ): Promise<readonly Result[]> {
    if (present.length === 0) throw new Error(words('allLetGo'));
    if (order === 'together') return Promise.all(present.map(use));
    const results: Result[] = [];
    for (const engine of present) results.push(await use(engine));
    return results;
  }

  return {
    backend: first.backend,
    size: engines.length,
    get step() {
      return first.step;
    },
    advance: (count) => each((engine) => engine.advance(count)),
    evaluate: () => each((engine) => engine.evaluate()),
    parameters: () => each((engine) => engine.parameters()),
    memory(): EngineMemory {
      const parts = present.map((engine) => engine.memory());
      return {
        tensors: parts.reduce((sum, { tensors }) => sum + tensors, 0),
        bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
      };
    },
    dispose() {
      present = [];
      dispose();
    },
  };
}
