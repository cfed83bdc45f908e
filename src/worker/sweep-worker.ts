/** A worker that trains runs of a sweep. */
import * as Comlink from 'comlink';
import { inLanguageOfPage } from '../messages/in-worker.ts';
import { trustWorkerScripts } from '../trust/worker-scripts.ts';
import { createSweepWorker } from './sweep-host.ts';

trustWorkerScripts();
Comlink.expose(inLanguageOfPage(createSweepWorker()));
