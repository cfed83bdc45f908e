/** The page's handle on the inspection worker. */
import * as Comlink from 'comlink';
import { spokenLanguage } from '../messages/words.ts';
import type { InspectionWorker } from './inspection-contract.ts';
import { stoppedMessage } from './stopped.ts';

/** The worker, and a way to end it. */
export interface InspectionClient extends InspectionWorker {
  /** Ends the worker at once, whatever it is doing. */
  terminate(): void;
}

/** @param onCrash told when the worker died by itself, for example out of memory */
export function createInspectionClient(onCrash: (message: string) => void): InspectionClient {
  const worker = new Worker(new URL('./inspection-worker.ts', import.meta.url), {
    type: 'module',
    name: spokenLanguage(),
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onCrash(stoppedMessage('inspection', event.message));
  });
  const remote = Comlink.wrap<InspectionWorker>(worker);
  return {
    open: (files) => remote.open(files),
    take: (network) => remote.take(network),
    analyse: (onProgress) => remote.analyse(Comlink.proxy(onProgress)),
    cancel: () => remote.cancel(),
    remaining: (kept) => remote.remaining(kept),
    pair: (a, b) => remote.pair(a, b),
    neuron: (index) => remote.neuron(index),
    measures: (format, address) => remote.measures(format, address),
    weightsFile: (address) => remote.weightsFile(address),
    terminate: () => {
      remote[Comlink.releaseProxy]();
      worker.terminate();
    },
  };
}
