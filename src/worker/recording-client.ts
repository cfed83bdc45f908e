/** The page's handle on the worker that opens recordings, and saves and opens files of runs. */
import * as Comlink from 'comlink';
import type { RecordingWorker, RunFileWorker } from './recording-contract.ts';

/** The worker, and a way to end it. */
export interface RecordingClient extends RecordingWorker, RunFileWorker {
  terminate(): void;
}

/** @param onCrash told when the worker died by itself, or could not be loaded */
export function createRecordingClient(onCrash: () => void): RecordingClient {
  const worker = new Worker(new URL('./recording-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onCrash();
  });
  const remote = Comlink.wrap<RecordingWorker & RunFileWorker>(worker);
  return {
    open: (address) => remote.open(address),
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
