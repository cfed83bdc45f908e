/** Worker entry: one run at a time, on the backend that suits it. */
import * as Comlink from 'comlink';
import { createTrainingWorker } from './run-host.ts';

Comlink.expose(createTrainingWorker());
