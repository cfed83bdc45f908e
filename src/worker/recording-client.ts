/** The page's handle on the worker that opens recordings. */
import * as Comlink from 'comlink';
import type { RecordingWorker } from './recording-contract.ts';

/** @param onCrash told when the worker died by itself, or could not be loaded */
export function createRecordingClient(onCrash: () => void): RecordingWorker {
  const worker = new Worker(new URL('./recording-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onCrash();
  });
  return Comlink.wrap<RecordingWorker>(worker);
}
