/** A worker that reads tables of runs. */
import * as Comlink from 'comlink';
import { inLanguageOfPage } from '../messages/in-worker.ts';
import { keepWhatLoads } from '../offline/keep-loaded.ts';
import { createTableWorker } from './table-host.ts';

keepWhatLoads(new URL('..', import.meta.url).href);
Comlink.expose(inLanguageOfPage(createTableWorker()));
