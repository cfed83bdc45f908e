/** Tables of runs that are on the page: the shipped one, the visitor's sweep, files and addresses. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import english from '../messages/en/state/tables.json';
import { createWords } from '../messages/words.ts';
import type { Snapshot } from '../worker/contract.ts';
import type {
  CircularFilter,
  IrrelevanceForm,
  MapOverview,
  MapRun,
  OwnRun,
  TableRun,
  TableSource,
  TableWorker,
} from '../worker/table-contract.ts';

const words = createWords('state/tables', english);

export type { CircularFilter, IrrelevanceForm, MapOverview, MapRun, OwnRun, TableRun };

/** Name of the table that comes with the page. */
export const shippedTable = 'shipped';
/** Name of the table that the visitor's sweep fills. */
export const sweepTable = 'sweep';

/** Runs that belong together. */
export interface Table {
  /** Tells it apart: one of the two above, or a number for one that was opened. */
  readonly id: string;
  readonly title: string;
  readonly kind: 'runs' | 'authors';
  readonly runs: readonly TableRun[];
  /** What was noticed when it was read; undefined when nothing was. */
  readonly note: string | undefined;
}

/** All tables, and what is under way. */
export interface TablesState {
  readonly tables: readonly Table[];
  /** Where the shipped table stands, which loads when it is first wanted. */
  readonly shipped: 'absent' | 'loading' | 'ready' | 'failed';
  /** Title of a table that is being opened. */
  readonly opening: string | undefined;
  readonly problem: string | undefined;
}

/** A worker that can be ended. */
export interface TableHandle extends TableWorker {
  terminate(): void;
}

/** Opens tables and answers questions about runs. */
export interface TablesController {
  readonly state: StoreApi<TablesState>;
  /** Loads the table that comes with the page, unless it is there; once more when that failed. */
  loadShipped(): Promise<void>;
  /** Opens a table. @returns its id, if it could be opened */
  open(source: TableSource, title: string): Promise<string | undefined>;
  /** Opens the table at an address, once. @returns its id, if it could be opened */
  openAddress(address: string): Promise<string | undefined>;
  /** Puts a table in the place of the one with its id, or after all others. */
  put(table: Table): void;
  remove(id: string): void;
  /** Reads lines of a sweep, undefined for each that makes no sense; undefined when that failed. */
  read(lines: readonly string[]): Promise<readonly (TableRun | undefined)[] | undefined>;
  /** Undefined when the worker died. */
  overview(
    runs: readonly MapRun[],
    filter: CircularFilter,
    form: IrrelevanceForm,
  ): Promise<MapOverview | undefined>;
  /** Pictures of a run; the same object every time. */
  snapshot(run: OwnRun): Promise<Snapshot | undefined>;
  report(problem: string | undefined): void;
}

/**
 * @param createWorker called when a table is first wanted, and after a crash
 * @param base address of the page, which the shipped table lies beside
 */
export function createTablesController(
  createWorker: (onCrash: () => void) => TableHandle,
  base: string,
): TablesController {
  const state = createStore<TablesState>(() => ({
    tables: [],
    shipped: 'absent',
    opening: undefined,
    problem: undefined,
  }));
  const pictures = new WeakMap<OwnRun, Promise<Snapshot | undefined>>();
  let worker: TableHandle | undefined;
  /** Told when the worker dies. Who has an answer is not in here: nothing is kept for them. */
  const waiting = new Set<() => void>();
  const addresses = new Map<string, Promise<string | undefined>>();
  let opened = 0;
  let asked = 0;

  function present(): TableHandle {
    if (worker !== undefined) return worker;
    const own = createWorker(() => {
      if (worker !== own) return;
      worker = undefined;
      own.terminate();
      for (const giveUp of [...waiting]) giveUp();
    });
    worker = own;
    return own;
  }

  /** What the worker answers; undefined when it dies before. */
  function ask<Value>(
    question: (worker: TableWorker) => Promise<Value>,
  ): Promise<Value | undefined> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        waiting.delete(giveUp);
        resolve(undefined);
      };
      waiting.add(giveUp);
      question(present())
        .then(resolve, reject)
        .finally(() => waiting.delete(giveUp));
    });
  }

  function put(table: Table): void {
    const { tables } = state.getState();
    const known = tables.some(({ id }) => id === table.id);
    state.setState({
      tables: known ? tables.map((one) => (one.id === table.id ? table : one)) : [...tables, table],
    });
  }

  /** @returns the problem, if there is one */
  async function load(
    source: TableSource,
    id: string,
    titleNow: () => string,
  ): Promise<string | undefined> {
    const reply = (await ask((handle) => handle.open(source))) ?? {
      ok: false,
      message: words('crashed'),
    };
    if (!reply.ok) return words('cannotShow', { title: titleNow(), reason: reply.message });
    const { kind, runs, repeated, conflicts } = reply.value;
    if (runs.length === 0) return words('noRuns', { title: titleNow() });
    put({
      id,
      get title() {
        return titleNow();
      },
      kind,
      runs,
      get note() {
        return noteOn(repeated, conflicts);
      },
    });
    return undefined;
  }

  return {
    state,
    async loadShipped() {
      const { shipped } = state.getState();
      if (shipped === 'loading' || shipped === 'ready') return;
      // What was said of another table stays; only of these the next try decides.
      state.setState(
        shipped === 'failed' ? { shipped: 'loading', problem: undefined } : { shipped: 'loading' },
      );
      const address = new URL('sweeps/paper.runs', base).href;
      const problem = await load({ address }, shippedTable, () => words('shippedRuns'));
      state.setState(problem === undefined ? { shipped: 'ready' } : { shipped: 'failed', problem });
    },
    async open(source, title) {
      const own = ++asked;
      state.setState({ opening: title });
      const id = String(++opened);
      const problem = await load(source, id, () => title);
      // Another one may be under way by now.
      if (own === asked) state.setState({ opening: undefined });
      if (problem === undefined) return id;
      // Of several files each one's problem is said.
      state.setState(({ problem: before }) => ({
        problem:
          before === undefined ? problem : words('problems', { first: before, second: problem }),
      }));
      return undefined;
    },
    openAddress(address) {
      const known = addresses.get(address);
      if (known !== undefined) return known;
      const opening = this.open({ address: new URL(address, base).href }, address);
      addresses.set(address, opening);
      // A host that did not answer may do so later.
      void opening.then((id) => {
        if (id === undefined) addresses.delete(address);
      });
      return opening;
    },
    put,
    remove(id) {
      state.setState(({ tables }) => ({ tables: tables.filter((table) => table.id !== id) }));
    },
    read: (lines) => ask((handle) => handle.read(lines)),
    overview: (runs, filter, form) => ask((handle) => handle.overview(runs, filter, form)),
    snapshot(run) {
      const known = pictures.get(run);
      if (known !== undefined) return known;
      const asked = ask((handle) => handle.snapshot(run));
      pictures.set(run, asked);
      // When the worker died, the next one may have them.
      void asked.then((snapshot) => {
        if (snapshot === undefined) pictures.delete(run);
      });
      return asked;
    },
    report: (problem) => state.setState({ problem }),
  };
}

function noteOn(repeated: number, conflicts: number): string | undefined {
  if (repeated > 0 && conflicts > 0) return words('repeatedAndConflicts', { repeated, conflicts });
  if (repeated > 0) return words('repeated', { repeated });
  return conflicts > 0 ? words('conflicts', { conflicts }) : undefined;
}
