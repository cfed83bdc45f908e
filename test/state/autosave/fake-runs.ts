/** A database of runs in memory, other tabs with their locks, and runs to keep in it. */
import {
  type Autosave,
  type AutosavePlatform,
  createAutosave,
} from '../../../src/state/autosave/autosave.ts';
import { type KeepProblem, RunKeeper } from '../../../src/state/autosave/keeper.ts';
import type { RunChange, RunStorage } from '../../../src/state/autosave/storage.ts';
import { createPageStore, type PageStore } from '../../../src/state/store.ts';
import type { Snapshot, TrainingState } from '../../../src/worker/contract.ts';
import type {
  KeptRun,
  KeptRunHeader,
  KeptRunReader,
  StoredRun,
} from '../../../src/worker/kept-run-contract.ts';
import { smallConfiguration } from '../../support/networks.ts';
import { stateAt } from '../fake-worker.ts';
import { snapshotOf } from '../snapshots.ts';

/** What browsers say when the disk is full. */
export const noRoom = () => new DOMException('There is no room.', 'QuotaExceededError');
/** What they say in some private windows. */
export const notAllowed = () => new DOMException('Not here.', 'SecurityError');

/** A run whose last moment is the step of its weights. */
export function keptRun(id: string, step: number, changes: Partial<KeptRun> = {}): KeptRun {
  return {
    ...{ id, savedAt: step, configuration: smallConfiguration(), backend: 'wasm', step },
    ...{ state: stateAt(step), timeline: [snapshotOf(0), snapshotOf(step)] },
    ...changes,
  };
}

/** Keeps runs as the real one does. Fails, or waits, when a test says so. */
export class FakeRunStorage implements RunStorage {
  readonly headers = new Map<string, KeptRunHeader>();
  readonly states = new Map<string, TrainingState>();
  readonly moments = new Map<string, Map<number, Snapshot>>();
  /** Changes that were asked for, whatever became of them. */
  readonly changes: RunChange[] = [];
  /** Every call waits for it. May throw. */
  meet: (call: 'list' | 'load' | 'save' | 'forget', change?: RunChange) => void | Promise<void> =
    () => undefined;

  async list(): Promise<readonly unknown[]> {
    await this.meet('list');
    return [...this.headers.values()];
  }

  async load(id: string): Promise<StoredRun> {
    await this.meet('load');
    const moments = [...(this.moments.get(id)?.values() ?? [])];
    return { header: this.headers.get(id), state: this.states.get(id), moments };
  }

  async save(change: RunChange): Promise<void> {
    this.changes.push(change);
    await this.meet('save', change);
    const { run, added, dropped } = change;
    const { state, timeline: _timeline, ...header } = run;
    this.headers.set(run.id, header);
    this.states.set(run.id, state);
    const moments = this.moments.get(run.id) ?? new Map<number, Snapshot>();
    for (const step of dropped) moments.delete(step);
    for (const moment of added) moments.set(moment.result.step, moment);
    this.moments.set(run.id, moments);
  }

  async forget(ids: readonly string[]): Promise<void> {
    await this.meet('forget');
    for (const id of ids) {
      this.headers.delete(id);
      this.states.delete(id);
      this.moments.delete(id);
    }
  }

  /** Puts runs there as an earlier visit did. */
  async fill(...runs: readonly KeptRun[]): Promise<void> {
    for (const run of runs) await this.save({ run, added: run.timeline, dropped: [] });
    this.changes.length = 0;
  }

  /** Names of the runs that are kept, in order. */
  get ids(): string[] {
    return [...this.headers.keys()].sort();
  }

  /** Steps of the moments that are kept of a run. */
  stepsOf(id: string): number[] {
    return [...(this.moments.get(id)?.keys() ?? [])].sort((left, right) => left - right);
  }
}

/** A keeper with what it told, and how often it asked for room. */
export function keeperOn(
  storage: FakeRunStorage,
  makeRoom: () => Promise<boolean> = async () => false,
) {
  const told: (KeepProblem | undefined)[] = [];
  const askedFor: string[] = [];
  const keeper = new RunKeeper(
    storage,
    (problem) => told.push(problem),
    (id) => {
      askedFor.push(id);
      return makeRoom();
    },
  );
  return { keeper, told, askedFor };
}

/** A page that keeps runs. */
export interface TestAutosave {
  readonly autosave: Autosave;
  readonly store: PageStore;
  readonly storage: FakeRunStorage;
  /** Runs that a tab has; this page's too. */
  readonly locks: Set<string>;
  /** What the browser remembers without its database. */
  readonly remembered: { mayHaveRuns: boolean; isPostponed: boolean };
}

/** Believes whatever looks like a run: the real one has tests of its own. */
const reader: KeptRunReader = {
  readHeader: (stored) => (stored === 'nonsense' ? undefined : (stored as KeptRunHeader)),
  readKeptRun: ({ header, state, moments }) =>
    header === undefined || state === undefined
      ? undefined
      : ({ ...(header as KeptRunHeader), state, timeline: moments } as KeptRun),
};

/** A page that keeps runs, with a database of these. */
export async function testAutosave(...runs: readonly KeptRun[]): Promise<TestAutosave> {
  const storage = new FakeRunStorage();
  await storage.fill(...runs);
  const locks = new Set<string>();
  const store = createPageStore('');
  const remembered = { mayHaveRuns: runs.length > 0, isPostponed: false };
  const platform: AutosavePlatform = {
    storage,
    reader: async () => reader,
    async lock(id) {
      if (locks.has(id)) return undefined;
      locks.add(id);
      return () => locks.delete(id);
    },
    lockedOf: async (ids) => new Set(ids.filter((id) => locks.has(id))),
    now: () => 1e6,
    hints: {
      mayHaveRuns: () => remembered.mayHaveRuns,
      setMayHaveRuns(may) {
        remembered.mayHaveRuns = may;
      },
      isPostponed: () => remembered.isPostponed,
      postpone() {
        remembered.isPostponed = true;
      },
    },
  };
  return { autosave: createAutosave(store, platform), store, storage, locks, remembered };
}

/** Puts a run on screen that trains here. */
export function onScreen(store: PageStore, runIdentity: string, steps: readonly number[]): void {
  store.setState({
    ...{ runIdentity, runConfiguration: smallConfiguration(), status: 'training' },
    backend: { name: 'webgpu', device: 'made up', reason: 'A test.', asRequested: true },
    timeline: steps.map((step) => snapshotOf(step)),
  });
}
