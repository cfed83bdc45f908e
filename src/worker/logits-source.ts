/** Where an inspection's logits come from: WebAssembly, or plain code where that does not start. */
import type { LogitsFunction } from '../analysis/network-analysis.ts';
import type { WasmAddresses } from '../engine/backends/wasm.ts';
import { activateBackend } from '../engine/backends.ts';
import { createLogitsComputer } from '../engine/stock/logits.ts';
import { allLogits } from '../model/forward.ts';

/** Starts once, at the first use. */
export interface LogitsSource {
  start(): Promise<LogitsFunction>;
  backend(): 'wasm' | 'cpu';
}

/** @param wasmAddresses where TensorFlow.js' WebAssembly files are served */
export function createLogitsSource(wasmAddresses?: WasmAddresses): LogitsSource {
  let backend: 'wasm' | 'cpu' = 'cpu';
  let started: Promise<LogitsFunction> | undefined;

  async function begin(): Promise<LogitsFunction> {
    try {
      await activateBackend('wasm', wasmAddresses === undefined ? {} : { wasmAddresses });
      backend = 'wasm';
      return createLogitsComputer().logits;
    } catch {
      return async (network) => allLogits(network);
    }
  }

  return {
    start() {
      started ??= begin();
      return started;
    },
    backend: () => backend,
  };
}
