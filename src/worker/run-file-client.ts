/** The page's handle on the worker that saves and opens files of runs. */
import * as Comlink from 'comlink';
import { spokenLanguage } from '../messages/words.ts';
import type { RunFileWorker } from './recording-contract.ts';

/** The worker, and a way to end it. */
export interface RunFileClient extends RunFileWorker {
  terminate(): void;
}

/** @param onCrash told when the worker died by itself, or could not be loaded */
export function createRunFileClient(onCrash: () => void): RunFileClient {
  const worker = new Worker(new URL('./run-file-worker.ts', import.meta.url), {
    type: 'module',
    name: spokenLanguage(),
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onCrash();
  });
  const remote = Comlink.wrap<RunFileWorker>(worker);
  return {
    writeRecording: (run) => remote.writeRecording(run),
    writeMeasures: (run, format) => remote.writeMeasures(run, format),
    writeWeights: (weights) => remote.writeWeights(weights),
    addAddress: (file, address) => remote.addAddress(file, address),
    openFile: (file) => remote.openFile(file),
    terminate: () => {
      remote[Comlink.releaseProxy]();
      worker.terminate();
    },
  };
}
