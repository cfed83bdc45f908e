/** TensorFlow.js on WebAssembly: a baseline that our own kernels are measured and checked against. */

/** Addresses of TensorFlow.js' WebAssembly files, by file name. Not needed in Node. */
export type WasmAddresses = Readonly<Record<string, string>>;

/** Makes the "wasm" backend known to TensorFlow.js. */
export async function registerWasm(addresses: WasmAddresses | undefined): Promise<void> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  if (addresses !== undefined && !addressesSet) setWasmPaths({ ...addresses });
  addressesSet = true;
}

/** TensorFlow.js accepts the addresses once, before its module is loaded. */
let addressesSet = false;
