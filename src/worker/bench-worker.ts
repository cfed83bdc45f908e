/** Worker entry: measures training, apart from the workers that train and look into networks. */
import * as Comlink from 'comlink';
import { wasmAddresses } from '../engine/backends/wasm-addresses.ts';
import { createBenchWorker } from './bench-host.ts';

Comlink.expose(createBenchWorker({ wasmAddresses }));
