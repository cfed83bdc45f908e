/** Where the built page serves TensorFlow.js' WebAssembly files. Only for browsers. */
import wasmPlain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import type { WasmAddresses } from './wasm.ts';

/** Addresses by the names TensorFlow.js asks for. */
export const wasmAddresses: WasmAddresses = {
  'tfjs-backend-wasm.wasm': wasmPlain,
  'tfjs-backend-wasm-simd.wasm': wasmSimd,
  // Must have an address, though it is never loaded: the baseline has one thread.
  'tfjs-backend-wasm-threaded-simd.wasm': wasmSimd,
};
