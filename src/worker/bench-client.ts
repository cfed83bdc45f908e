/** The page's handle on the benchmark worker. */
import * as Comlink from 'comlink';
import { spokenLanguage } from '../messages/words.ts';
import type { BenchWorker } from './bench-contract.ts';
import { stoppedMessage } from './stopped.ts';

/** The worker, and a way to end it. */
export interface BenchClient extends BenchWorker {
  /** Ends the worker at once, whatever it is doing. */
  terminate(): void;
}

/** @param onCrash told when the worker died by itself, for example out of memory */
export function createBenchClient(onCrash: (message: string) => void): BenchClient {
  const worker = new Worker(new URL('./bench-worker.ts', import.meta.url), {
    type: 'module',
    name: spokenLanguage(),
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onCrash(stoppedMessage('bench', event.message));
  });
  const remote = Comlink.wrap<BenchWorker>(worker);
  return {
    measure: (configuration, late, onProgress) =>
      remote.measure(configuration, late, Comlink.proxy(onProgress)),
    terminate: () => {
      remote[Comlink.releaseProxy]();
      worker.terminate();
    },
  };
}
