/** Worker entry: looks into networks, apart from the one that trains. */
import * as Comlink from 'comlink';
import { inLanguageOfPage } from '../messages/in-worker.ts';
import { keepWhatLoads } from '../offline/keep-loaded.ts';
import { createInspectionWorker } from './inspection-host.ts';

keepWhatLoads(new URL('..', import.meta.url).href);
Comlink.expose(inLanguageOfPage(createInspectionWorker()));
