/** TensorFlow.js on WebAssembly: the fastest way to train without a GPU. */
import type { BackendInspection } from '../backend-inspection.ts';

/** Addresses of TensorFlow.js' WebAssembly files, by file name. Not needed in Node. */
export type WasmAddresses = Readonly<Record<string, string>>;

/** What WebAssembly offers here. */
export async function inspectWasm(): Promise<BackendInspection> {
  return typeof WebAssembly === 'undefined'
    ? { backend: 'wasm', available: false, reason: 'WebAssembly is switched off here' }
    : { backend: 'wasm', available: true, device: 'WebAssembly', software: false };
}

/** Makes the "wasm" backend known to TensorFlow.js. */
export async function registerWasm(addresses: WasmAddresses | undefined): Promise<void> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  if (addresses !== undefined && !addressesSet) setWasmPaths({ ...addresses });
  addressesSet = true;
}

/** TensorFlow.js accepts the addresses once, before its module is loaded. */
let addressesSet = false;
