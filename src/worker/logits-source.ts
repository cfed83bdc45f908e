/** Where an inspection's logits come from: our own kernels, in WebAssembly where it is to be had. */
import type { LogitsFunction } from '../analysis/network-analysis.ts';
import { createLogitsComputer, type LogitsComputer } from '../engine/cpu/network-logits.ts';

/** Starts once, at the first use. */
export interface LogitsSource {
  start(): Promise<LogitsFunction>;
  /** Known once it has started. */
  backend(): 'wasm' | 'cpu';
}

/** Logits for inspections. */
export function createLogitsSource(): LogitsSource {
  let computer: LogitsComputer | undefined;
  return {
    async start() {
      computer ??= await createLogitsComputer();
      return computer.logits;
    },
    backend: () => computer?.backend ?? 'cpu',
  };
}
