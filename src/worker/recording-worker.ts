/** Worker entry: opens recorded runs, apart from the page's thread. */
import * as Comlink from 'comlink';

import { keepWhatLoads } from '../offline/keep-loaded.ts';
import { createRecordingWorker } from './recording-host.ts';

keepWhatLoads(new URL('..', import.meta.url).href);
Comlink.expose(createRecordingWorker((...request) => fetch(...request)));

import { inLanguageOfPage } from '../messages/in-worker.ts';
import { createRecordingWorker } from './recording-host.ts';

Comlink.expose(inLanguageOfPage(createRecordingWorker((...request) => fetch(...request))));
