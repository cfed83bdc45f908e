/** Keeps a sweep in the browser's database, so that it survives a reload. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { SweepPlan } from './plan.ts';

/** A sweep as it was kept. */
export interface KeptSweep {
  readonly plan: SweepPlan;
  /** Lines of the finished runs. */
  readonly lines: readonly string[];
}

/** Where a sweep is kept. All of it may reject: private windows and full disks are usual. */
export interface SweepStorage {
  load(): Promise<KeptSweep | undefined>;
  /** Replaces what was kept. */
  begin(plan: SweepPlan): Promise<void>;
  /** @param key of the run; a second result of it replaces the first */
  add(key: string, line: string): Promise<void>;
  clear(): Promise<void>;
}

interface SweepDatabase extends DBSchema {
  plans: { key: 'present'; value: SweepPlan };
  lines: { key: string; value: string };
}

/** The browser's own database, opened when first needed. */
export function createBrowserStorage(): SweepStorage {
  let database: Promise<IDBPDatabase<SweepDatabase>> | undefined;
  const open = () => {
    database ??= openDB<SweepDatabase>('clock-and-pizza-sweep', 1, {
      upgrade(fresh) {
        fresh.createObjectStore('plans');
        fresh.createObjectStore('lines');
      },
      terminated() {
        database = undefined;
      },
    });
    database.catch(() => {
      database = undefined;
    });
    return database;
  };
  const clearAll = async () => {
    const transaction = (await open()).transaction(['plans', 'lines'], 'readwrite');
    await Promise.all([
      transaction.objectStore('plans').clear(),
      transaction.objectStore('lines').clear(),
      transaction.done,
    ]);
  };
  return {
    async load() {
      const present = await open();
      const plan = await present.get('plans', 'present');
      return plan && { plan, lines: await present.getAll('lines') };
    },
    async begin(plan) {
      const transaction = (await open()).transaction(['plans', 'lines'], 'readwrite');
      await Promise.all([
        transaction.objectStore('lines').clear(),
        transaction.objectStore('plans').put(plan, 'present'),
        transaction.done,
      ]);
    },
    async add(key, line) {
      await (await open()).put('lines', line, key);
    },
    clear: clearAll,
  };
}
