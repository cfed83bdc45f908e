/** Implements the worker's contract: runs of one page, one at a time. */
import type { Platform } from '../engine/backends.ts';
import type { RunRequest, TrainingWorker } from './contract.ts';
import { LiveRun } from './live-run.ts';
import type { WeightsHistory } from './weights-history.ts';

/** Prepares runs and passes on what is asked of the present one. */
export function createTrainingWorker(): TrainingWorker {
  let current: LiveRun | undefined;
  let preparing: Promise<void> = Promise.resolve();
  let speed = Number.POSITIVE_INFINITY;
  /** Weights of the present run and of one to keep, by run. */
  const kept = new Map<number, WeightsHistory>();
  const platform: Platform = { onDeviceProblem: (message) => current?.deviceProblem(message) };

  function keepWeights({ run, keepWeightsOf }: RunRequest, weights: WeightsHistory): void {
    for (const other of kept.keys()) {
      if (other !== keepWeightsOf) kept.delete(other);
    }
    kept.set(run, weights);
  }

  return {
    prepare(request, listener) {
      const previous = current;
      const run: LiveRun = new LiveRun(
        request,
        listener,
        platform,
        () => current === run,
        () => speed,
        (weights) => keepWeights(request, weights),
      );
      current = run;
      // In turn: two trials of backends at once would take the active one from each other.
      const prepared = preparing.then(async () => {
        await previous?.dispose();
        if (current === run) await run.prepare();
      });
      preparing = prepared.catch(() => undefined);
      return prepared;
    },
    train: async (steps) => current?.train(steps),
    stepOnce: async () => current?.stepOnce(),
    pause: async () => current?.pause(),
    async weightsNear(run, step) {
      return kept.get(run)?.nearest(step);
    },
    async setSpeed(stepsPerSecond) {
      speed = stepsPerSecond;
      current?.training?.setSpeed(stepsPerSecond);
    },
  };
}
