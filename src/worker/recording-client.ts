/** The page's handle on the worker that opens recordings. */
import * as Comlink from 'comlink';
import { spokenLanguage } from '../messages/words.ts';
import type { RecordingWorker } from './recording-contract.ts';

/** The worker, and a way to end it. */
export interface RecordingClient extends RecordingWorker {
  terminate(): void;
}

/** @param onCrash told when the worker died by itself, or could not be loaded */
export function createRecordingClient(onCrash: () => void): RecordingClient {
  const worker = new Worker(new URL('./recording-worker.ts', import.meta.url), {
    type: 'module',
    name: spokenLanguage(),
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onCrash();
  });
  const remote = Comlink.wrap<RecordingWorker>(worker);
  return {
    open: (address) => remote.open(address),
    terminate: () => {
      remote[Comlink.releaseProxy]();
      worker.terminate();
    },
  };
}
