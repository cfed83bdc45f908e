/** A worker that reads tables of runs. */
import * as Comlink from 'comlink';
import { createTableWorker } from './table-host.ts';

Comlink.expose(createTableWorker());
