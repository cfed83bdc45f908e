/** Worker entry: one run at a time, on the backend that suits it. */
import * as Comlink from 'comlink';
import { inLanguageOfPage } from '../messages/in-worker.ts';
import { keepWhatLoads } from '../offline/keep-loaded.ts';
import { trustWorkerScripts } from '../trust/worker-scripts.ts';
import { holdLifeLine } from './life-line.ts';
import { createTrainingWorker } from './run-host.ts';

trustWorkerScripts();
const lifeLine = holdLifeLine();
keepWhatLoads(new URL('..', import.meta.url).href);
Comlink.expose({ ...inLanguageOfPage(createTrainingWorker()), lifeLine: () => lifeLine });
