/** A worker that trains runs of a sweep. */
import * as Comlink from 'comlink';
import { createSweepWorker } from './sweep-host.ts';

Comlink.expose(createSweepWorker());
