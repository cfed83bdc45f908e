/** The page's handle on a worker that trains runs of a sweep. */
import * as Comlink from 'comlink';
import { spokenLanguage } from '../messages/words.ts';
import { stoppedMessage } from './stopped.ts';
import type { SweepWorker } from './sweep-contract.ts';

/** The worker, and a way to end it. */
export interface SweepClient extends SweepWorker {
  /** Ends the worker at once, whatever it is doing. */
  terminate(): void;
}

/** @param onCrash told when the worker died by itself, for example out of memory */
export function createSweepClient(onCrash: (message: string) => void): SweepClient {
  const worker = new Worker(new URL('./sweep-worker.ts', import.meta.url), {
    type: 'module',
    name: spokenLanguage(),
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onCrash(stoppedMessage('sweep', event.message));
  });
  const remote = Comlink.wrap<SweepWorker>(worker);
  return {
    prepare: (backend, example) => remote.prepare(backend, example),
    train: (configurations, stopsEarly, listener) =>
      remote.train(configurations, stopsEarly, Comlink.proxy(listener)),
    hold: (held) => remote.hold(held),
    terminate: () => {
      remote[Comlink.releaseProxy]();
      worker.terminate();
    },
  };
}
