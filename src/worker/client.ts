/** The page's handle on the training worker. */
import * as Comlink from 'comlink';
import type { RunListener, RunRequest, TrainingWorker } from './contract.ts';

/** The worker, and a way to end it. */
export interface TrainingClient extends TrainingWorker {
  /** Ends the worker at once, whatever it is doing. */
  terminate(): void;
}

/** @param onCrash told when the worker died by itself, for example out of memory */
export function createTrainingClient(onCrash: (message: string) => void): TrainingClient {
  const worker = new Worker(new URL('./training-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onCrash(
      `The part of this page that trains has stopped (${event.message || 'it could not be loaded'}). Reset the run to start it again.`,
    );
  });
  const remote = Comlink.wrap<TrainingWorker>(worker);
  return {
    prepare: (request: RunRequest, listener: RunListener) =>
      remote.prepare(request, Comlink.proxy(listener)),
    train: (steps) => remote.train(steps),
    pause: () => remote.pause(),
    stepOnce: () => remote.stepOnce(),
    weightsNear: (run, step) => remote.weightsNear(run, step),
    setSpeed: (stepsPerSecond) => remote.setSpeed(stepsPerSecond),
    terminate: () => {
      remote[Comlink.releaseProxy]();
      worker.terminate();
    },
  };
}
