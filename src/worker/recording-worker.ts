/** Worker entry: opens recorded runs, apart from the page's thread. */
import * as Comlink from 'comlink';
import { inLanguageOfPage } from '../messages/in-worker.ts';
import { createRecordingWorker } from './recording-host.ts';

Comlink.expose(inLanguageOfPage(createRecordingWorker((...request) => fetch(...request))));
