/** The worker that saves and opens files of runs: started when first needed, again after a crash. */
import type { Reply } from '../../worker/inspection-contract.ts';
import type { RunFileWorker } from '../../worker/recording-contract.ts';
import { words } from './words.ts';

/** A worker that can be ended. */
export interface RunFileHandle extends RunFileWorker {
  terminate(): void;
}

/** Asks it. */
export interface FileDesk {
  /** What the worker answers; one sentence when it dies before. */
  ask<Value>(question: (worker: RunFileWorker) => Promise<Reply<Value>>): Promise<Reply<Value>>;
  dispose(): void;
}

/** @param createWorker may throw where there are no workers */
export function createFileDesk(createWorker: (onCrash: () => void) => RunFileHandle): FileDesk {
  let worker: RunFileHandle | undefined;
  const waiting = new Set<() => void>();

  function end(): void {
    worker?.terminate();
    worker = undefined;
    for (const giveUp of [...waiting]) giveUp();
  }

  function present(): RunFileHandle {
    if (worker !== undefined) return worker;
    const own = createWorker(() => {
      if (worker === own) end();
    });
    worker = own;
    return own;
  }

  return {
    ask: (question) =>
      new Promise((resolve) => {
        const giveUp = () => resolve({ ok: false, message: words('stopped') });
        waiting.add(giveUp);
        Promise.resolve()
          .then(() => question(present()))
          .then(resolve, giveUp)
          .finally(() => waiting.delete(giveUp));
      }),
    dispose: end,
  };
}
