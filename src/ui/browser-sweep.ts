/** What a sweep needs of the browser. */

import type { SweepStorage } from '../state/sweep/storage.ts';
import type { SweepPlatform } from '../state/sweep/sweep-controller.ts';

/** More workers than this would take memory for little. */
const mostWorkers = 16;
/** Milliseconds. */
const longestAnswer = 3000;
const lockName = 'clock-and-pizza-sweep';

/** Surroundings of the page's sweep. */
export function browserSweepPlatform(
  createWorker: SweepPlatform['createWorker'],
  storage: SweepStorage,
): SweepPlatform {
  const cores = navigator.hardwareConcurrency || 2;
  return {
    createWorker,
    storage,
    // One is left to the page where there are enough.
    processors: Math.min(mostWorkers, cores > 2 ? cores - 1 : cores),
    now: () => performance.now(),
    newId: () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`,
    lock,
  };
}

/** Holds a lock of the browser's until the function it gives is called. */
function lock(): Promise<(() => void) | undefined> {
  if (navigator.locks === undefined) return Promise.resolve(() => undefined);
  return new Promise((resolve) => {
    // A browser that never answers does not keep anybody out.
    setTimeout(() => resolve(() => undefined), longestAnswer);
    void navigator.locks
      .request(lockName, { ifAvailable: true }, (held) => {
        if (held === null) {
          resolve(undefined);
          return undefined;
        }
        return new Promise<void>((release) => resolve(release));
      })
      // Pages that may not lock are alone anyway.
      .catch(() => resolve(() => undefined));
  });
}
