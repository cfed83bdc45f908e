/** A worker that trains runs of a sweep. */
import * as Comlink from 'comlink';
import { inLanguageOfPage } from '../messages/in-worker.ts';
import { keepWhatLoads } from '../offline/keep-loaded.ts';
import { trustWorkerScripts } from '../trust/worker-scripts.ts';
import { createSweepWorker } from './sweep-host.ts';

trustWorkerScripts();
keepWhatLoads(new URL('..', import.meta.url).href);
Comlink.expose(inLanguageOfPage(createSweepWorker()));
