/** The page's handle on the training worker. */
import * as Comlink from 'comlink';
import { spokenLanguage } from '../messages/words.ts';
import type { RunListener, RunRequest, TrainingWorker } from './contract.ts';
import { watchLifeLine } from './life-line.ts';
import { endedByBrowser, stoppedMessage } from './stopped.ts';

/** The worker, and a way to end it. */
export interface TrainingClient extends TrainingWorker {
  /** Ends the worker at once, whatever it is doing. */
  terminate(): void;
}

/** What the worker answers besides. */
interface Living extends TrainingWorker {
  /** Name of the lock it holds while it lives. */
  lifeLine(): Promise<string>;
}

/** @param onCrash told when the worker died by itself, for example out of memory */
export function createTrainingClient(onCrash: (message: string) => void): TrainingClient {
  const worker = new Worker(new URL('./training-worker.ts', import.meta.url), {
    type: 'module',
    name: spokenLanguage(),
  });
  const died = (reason: string) => onCrash(stoppedMessage('training', reason));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    died(event.message);
  });
  const remote = Comlink.wrap<Living>(worker);
  let letGo: () => void = () => undefined;
  let ended = false;
  void remote
    .lifeLine()
    .then((name) => {
      if (ended) return;
      letGo = watchLifeLine(name, () => died(endedByBrowser()));
    })
    .catch(() => undefined);
  return {
    prepare: (request: RunRequest, listener: RunListener) =>
      remote.prepare(request, Comlink.proxy(listener)),
    train: (steps) => remote.train(steps),
    pause: () => remote.pause(),
    stepOnce: () => remote.stepOnce(),
    weightsNear: (run, step) => remote.weightsNear(run, step),
    setSpeed: (stepsPerSecond) => remote.setSpeed(stepsPerSecond),
    terminate: () => {
      ended = true;
      letGo();
      remote[Comlink.releaseProxy]();
      worker.terminate();
    },
  };
}
