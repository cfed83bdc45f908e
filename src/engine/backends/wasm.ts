/** TensorFlow.js on WebAssembly: a baseline that our own kernels are measured and checked against. */
import * as tf from '@tensorflow/tfjs-core';

/** Addresses of TensorFlow.js' WebAssembly files, by file name. Not needed in Node. */
export type WasmAddresses = Readonly<Record<string, string>>;

/** Makes the "wasm" backend known to TensorFlow.js. */
export async function registerWasm(addresses: WasmAddresses | undefined): Promise<void> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  // One thread, as our kernels have when they are compared.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (addresses !== undefined && !addressesSet) setWasmPaths({ ...addresses });
  addressesSet = true;
}

/** TensorFlow.js accepts the addresses once, before its module is loaded. */
let addressesSet = false;
