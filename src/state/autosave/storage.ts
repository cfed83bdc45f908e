/** The browser's database of kept runs. What comes out of it may be anything. */
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Snapshot } from '../../worker/contract.ts';
import type { KeptRun, KeptRunHeader, StoredRun } from '../../worker/kept-run-contract.ts';

/** What is written in one go. */
export interface RunChange {
  readonly run: KeptRun;
  /** Moments that are not stored yet … */
  readonly added: readonly Snapshot[];
  /** … and steps of those that are not wanted any more. */
  readonly dropped: readonly number[];
}

/** Where runs are kept. All of it may reject: private windows and full disks are usual. */
export interface RunStorage {
  /** Headers of all runs; does not make a database where there is none. */
  list(): Promise<readonly unknown[]>;
  load(id: string): Promise<StoredRun>;
  /** All of it or nothing. */
  save(change: RunChange): Promise<void>;
  forget(ids: readonly string[]): Promise<void>;
}

/** Milliseconds. Tens of megabytes take less. */
const longestAnswer = 10_000;
const databaseName = 'clock-and-pizza-runs';

interface RunDatabase extends DBSchema {
  runs: { key: string; value: KeptRunHeader };
  states: { key: string; value: KeptRun['state'] };
  moments: { key: [id: string, step: number]; value: Snapshot };
}

/** The library is loaded with the first run that is kept. */
async function openRuns(onTerminated: () => void): Promise<IDBPDatabase<RunDatabase>> {
  const { deleteDB, openDB } = await import('idb');
  const openOnce = () =>
    openDB<RunDatabase>(databaseName, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('runs');
        fresh.createObjectStore('states');
        fresh.createObjectStore('moments');
      },
      // Another tab wants it gone, or newer: this one gives way, and opens it again when it has to.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        onTerminated();
      },
      terminated: onTerminated,
    });
  const opened = await openOnce();
  if (opened.objectStoreNames.length === 3) return opened;
  // Somebody has made one of this name that has nothing in it.
  opened.close();
  await deleteDB(databaseName);
  return openOnce();
}

/** All keys of a run's moments. */
function momentsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, Number.NEGATIVE_INFINITY], [id, Number.POSITIVE_INFINITY]);
}

/** The browser's own database, opened when first needed. */
export function createRunStorage(): RunStorage {
  let database: Promise<IDBPDatabase<RunDatabase>> | undefined;
  const forgetDatabase = () => {
    database = undefined;
  };
  const open = () => {
    database ??= openRuns(forgetDatabase);
    database.catch(forgetDatabase);
    return database;
  };
  const change = async () => {
    const all = (await open()).transaction(['runs', 'states', 'moments'], 'readwrite');
    const [runs, states, moments] = [
      all.objectStore('runs'),
      all.objectStore('states'),
      all.objectStore('moments'),
    ];
    return { runs, states, moments, done: all.done };
  };
  return {
    list: () => limited(async () => ((await hasDatabase()) ? (await open()).getAll('runs') : [])),
    load: (id) =>
      limited(async () => {
        const runs = (await open()).transaction(['runs', 'states', 'moments']);
        const [header, state, moments] = await Promise.all([
          runs.objectStore('runs').get(id),
          runs.objectStore('states').get(id),
          runs.objectStore('moments').getAll(momentsOf(id)),
        ]);
        return { header, state, moments };
      }),
    save: ({ run, added, dropped }) =>
      limited(async () => {
        const { state, timeline: _timeline, ...header } = run;
        const { runs, states, moments, done } = await change();
        await Promise.all([
          runs.put(header, run.id),
          states.put(state, run.id),
          ...dropped.map((step) => moments.delete([run.id, step])),
          ...added.map((moment) => moments.put(moment, [run.id, moment.result.step])),
          done,
        ]);
      }),
    forget: (ids) =>
      limited(async () => {
        const { runs, states, moments, done } = await change();
        await Promise.all([
          ...ids.flatMap((id) => [
            runs.delete(id),
            states.delete(id),
            moments.delete(momentsOf(id)),
          ]),
          done,
        ]);
      }),
  };
}

/** Whoever has never trained gets no database. Browsers that do not tell are taken to have one. */
async function hasDatabase(): Promise<boolean> {
  if (indexedDB.databases === undefined) return true;
  return (await indexedDB.databases()).some(({ name }) => name === databaseName);
}

/** Rejects when the browser does not answer. */
function limited<Value>(work: () => Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('The browser’s database does not answer.')),
      longestAnswer,
    );
    work()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
