/** Keeps a sweep in the browser's database, so that it survives a reload. */
import type { DBSchema, IDBPDatabase } from 'idb';
import { type KeptSweep, keptSweepOf } from './kept-sweep.ts';
import type { SweepPlan } from './plan.ts';

export type { KeptSweep } from './kept-sweep.ts';

/** A line and the run it is of. */
export type KeptLine = readonly [key: string, line: string];

/** Where a sweep is kept. All of it may reject: private windows and full disks are usual. */
export interface SweepStorage {
  load(): Promise<KeptSweep | undefined>;
  /** Replaces what was kept, all at once or not at all. */
  begin(id: string, plan: SweepPlan, lines: readonly KeptLine[]): Promise<void>;
  /**
   * Adds a run; a second result of it replaces the first.
   *
   * @returns false when this sweep is not what is kept any more
   */
  add(id: string, key: string, line: string): Promise<boolean>;
  clear(): Promise<void>;
}

/** Milliseconds. Thousands of lines take less. */
const longestAnswer = 10_000;

/** What is stored of a plan. */
type StoredPlan = SweepPlan & { readonly id: string };

interface SweepDatabase extends DBSchema {
  plans: { key: 'present'; value: StoredPlan };
  lines: { key: string; value: string };
}

/** The library is loaded with the first sweep: most pages never have one. */
async function openSweeps(onTerminated: () => void): Promise<IDBPDatabase<SweepDatabase>> {
  const { openDB } = await import('idb');
  return openDB<SweepDatabase>('clock-and-pizza-sweep', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('plans');
      fresh.createObjectStore('lines');
    },
    terminated: onTerminated,
  });
}

/** The browser's own database, opened when first needed. */
export function createBrowserStorage(): SweepStorage {
  let database: Promise<IDBPDatabase<SweepDatabase>> | undefined;
  const open = () => {
    database ??= openSweeps(() => {
      database = undefined;
    });
    database.catch(() => {
      database = undefined;
    });
    return database;
  };
  /** Both stores, in one transaction. */
  const change = async () => {
    const transaction = (await open()).transaction(['plans', 'lines'], 'readwrite');
    const [plans, lines] = [transaction.objectStore('plans'), transaction.objectStore('lines')];
    return { plans, lines, done: transaction.done };
  };
  return withinTime({
    async load() {
      const present = await open();
      const stored: unknown = await present.get('plans', 'present');
      return keptSweepOf(stored, stored === undefined ? [] : await present.getAll('lines'));
    },
    async begin(id, plan, kept) {
      const { plans, lines, done } = await change();
      await Promise.all([
        lines.clear(),
        plans.put({ ...plan, id }, 'present'),
        ...kept.map(([key, line]) => lines.put(line, key)),
        done,
      ]);
    },
    async add(id, key, line) {
      const { plans, lines, done } = await change();
      const present = await plans.get('present');
      const isPresent = present?.id === id;
      await Promise.all([isPresent ? lines.put(line, key) : undefined, done]);
      return isPresent;
    },
    async clear() {
      const { plans, lines, done } = await change();
      await Promise.all([plans.clear(), lines.clear(), done]);
    },
  });
}

/** The same storage, whose promises reject when the browser does not answer. */
function withinTime(storage: SweepStorage): SweepStorage {
  const limited = <Value>(work: Promise<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error('The browser’s database does not answer.')),
        longestAnswer,
      );
      work.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  return {
    load: () => limited(storage.load()),
    begin: (id, plan, lines) => limited(storage.begin(id, plan, lines)),
    add: (id, key, line) => limited(storage.add(id, key, line)),
    clear: () => limited(storage.clear()),
  };
}
