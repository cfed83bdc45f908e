/** Worker entry: looks into networks, apart from the one that trains. */
import * as Comlink from 'comlink';
import { inLanguageOfPage } from '../messages/in-worker.ts';
import { createInspectionWorker } from './inspection-host.ts';

Comlink.expose(inLanguageOfPage(createInspectionWorker()));
