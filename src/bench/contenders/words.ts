/** What contenders are called, and why some of them do not take part. */
import english from '../../messages/en/bench/contenders.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('bench/contenders', english);

/** Where a contender computes that runs as WebAssembly. */
export function onWasmThreads(count: number): string {
  return words('wasmThreads', { count });
}
