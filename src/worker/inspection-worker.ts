/** Worker entry: looks into networks, apart from the one that trains. */
import * as Comlink from 'comlink';
import { createInspectionWorker } from './inspection-host.ts';

Comlink.expose(createInspectionWorker());
