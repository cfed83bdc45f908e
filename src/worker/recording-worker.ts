/** Worker entry: opens recorded runs, and saves and opens files of runs, apart from the page's thread. */
import * as Comlink from 'comlink';
import { createRecordingWorker } from './recording-host.ts';
import { createRunFileWorker } from './run-file-host.ts';

Comlink.expose({
  ...createRecordingWorker((...request) => fetch(...request)),
  ...createRunFileWorker(),
});
