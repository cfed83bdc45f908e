/** Worker entry: opens recorded runs, apart from the page's thread. */
import * as Comlink from 'comlink';
import { inLanguageOfPage } from '../messages/in-worker.ts';
import { keepWhatLoads } from '../offline/keep-loaded.ts';
import { createRecordingWorker } from './recording-host.ts';

keepWhatLoads(new URL('..', import.meta.url).href);
Comlink.expose(inLanguageOfPage(createRecordingWorker((...request) => fetch(...request))));
