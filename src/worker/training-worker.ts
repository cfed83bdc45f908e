/** Worker entry: one run at a time, on the backend that suits it. */
import * as Comlink from 'comlink';
import { trustWorkerScripts } from '../trust/worker-scripts.ts';
import { createTrainingWorker } from './run-host.ts';

trustWorkerScripts();
Comlink.expose(createTrainingWorker());
