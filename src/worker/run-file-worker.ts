/** Worker entry: saves runs as files and opens them, apart from the page's thread. */
import * as Comlink from 'comlink';
import { inLanguageOfPage } from '../messages/in-worker.ts';
import { keepWhatLoads } from '../offline/keep-loaded.ts';
import { createRunFileWorker } from './run-file-host.ts';

keepWhatLoads(new URL('..', import.meta.url).href);
Comlink.expose(inLanguageOfPage(createRunFileWorker()));
