/** A worker that reads tables of runs. */
import * as Comlink from 'comlink';
import { inLanguageOfPage } from '../messages/in-worker.ts';
import { createTableWorker } from './table-host.ts';

Comlink.expose(inLanguageOfPage(createTableWorker()));
