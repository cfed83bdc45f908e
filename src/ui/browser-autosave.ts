/** What keeping runs needs of the browser, and when it has to be done at once. */
import {
  type Autosave,
  type AutosaveHints,
  type AutosavePlatform,
  createAutosave,
} from '../state/autosave/autosave.ts';
import { createRunStorage } from '../state/autosave/storage.ts';
import type { PageStore } from '../state/store.ts';
import { heldLocks, holdLock } from './browser-locks.ts';

const lockName = (id: string) => `clock-and-pizza-run-${id}`;

const mayHaveRuns = 'clock-and-pizza-kept-runs';
const postponed = 'clock-and-pizza-not-now';

/** Storages throw where a browser has closed them; then nothing is remembered. */
function attempt<Value>(work: () => Value, otherwise: Value): Value {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

const browserHints: AutosaveHints = {
  mayHaveRuns: () => attempt(() => localStorage.getItem(mayHaveRuns) === '1', false),
  setMayHaveRuns: (may) =>
    attempt(
      () => (may ? localStorage.setItem(mayHaveRuns, '1') : localStorage.removeItem(mayHaveRuns)),
      undefined,
    ),
  isPostponed: () => attempt(() => sessionStorage.getItem(postponed) === '1', false),
  postpone: () => attempt(() => sessionStorage.setItem(postponed, '1'), undefined),
};

/**
 * Keeps the runs of the page in the browser's database.
 *
 * @param reader loads what checks kept runs
 */
export function createBrowserAutosave(
  store: PageStore,
  reader: AutosavePlatform['reader'],
): Autosave {
  const autosave = createAutosave(store, {
    storage: createRunStorage(),
    reader,
    lock: (id) => holdLock(lockName(id)),
    async lockedOf(ids) {
      const held = await heldLocks();
      return new Set(ids.filter((id) => held.has(lockName(id))));
    },
    now: () => Date.now(),
    hints: browserHints,
  });
  // A tab that is hidden may be frozen or closed without another word.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void autosave.flush();
  });
  window.addEventListener('pagehide', () => void autosave.flush());
  return autosave;
}
