/** Worker entry: one run at a time, on the backend that suits it. */
import * as Comlink from 'comlink';
import { holdLifeLine } from './life-line.ts';
import { createTrainingWorker } from './run-host.ts';

const lifeLine = holdLifeLine();

Comlink.expose({ ...createTrainingWorker(), lifeLine: () => lifeLine });
