/** Worker entry: measures training, apart from the workers that train and look into networks. */
import * as Comlink from 'comlink';
import { wasmAddresses } from '../engine/backends/wasm-addresses.ts';
import { inLanguageOfPage } from '../messages/in-worker.ts';
import { trustWorkerScripts } from '../trust/worker-scripts.ts';
import { createBenchWorker } from './bench-host.ts';

// jax-js keeps the code of its threads as text.
trustWorkerScripts({ fromMemory: true });
Comlink.expose(inLanguageOfPage(createBenchWorker({ wasmAddresses })));
