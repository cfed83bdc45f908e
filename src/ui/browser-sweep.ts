/** What a sweep needs of the browser. */

import type { SweepStorage } from '../state/sweep/storage.ts';
import type { SweepPlatform } from '../state/sweep/sweep-controller.ts';
import { holdLock, newName } from './browser-locks.ts';

/** More workers than this would take memory for little. */
const mostWorkers = 16;
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
    newId: newName,
    lock: () => holdLock(lockName),
  };
}
