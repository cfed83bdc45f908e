/** Worker entry: opens recorded runs, apart from the page's thread. */
import * as Comlink from 'comlink';
import { createRecordingWorker } from './recording-host.ts';

Comlink.expose(createRecordingWorker((...request) => fetch(...request)));
