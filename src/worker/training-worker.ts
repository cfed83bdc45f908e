/** Worker entry: one run at a time, on the backend that suits it. */
import * as Comlink from 'comlink';
import { wasmAddresses } from '../engine/backends/wasm-addresses.ts';
import { createTrainingWorker } from './run-host.ts';

Comlink.expose(createTrainingWorker(wasmAddresses));
