/** Worker entry: saves runs as files and opens them, apart from the page's thread. */
import * as Comlink from 'comlink';

import { keepWhatLoads } from '../offline/keep-loaded.ts';
import { createRunFileWorker } from './run-file-host.ts';

keepWhatLoads(new URL('..', import.meta.url).href);
Comlink.expose(createRunFileWorker());

import { inLanguageOfPage } from '../messages/in-worker.ts';
import { createRunFileWorker } from './run-file-host.ts';

Comlink.expose(inLanguageOfPage(createRunFileWorker()));
