/** Workers that train nothing, a database in memory, and a page's sweep with both. */
import type { RunConfiguration } from '../../../src/model/configuration.ts';
import { runKey } from '../../../src/model/sweep-grid.ts';
import type { SweepHandle } from '../../../src/state/sweep/lanes.ts';
import type { SweepPlan } from '../../../src/state/sweep/plan.ts';
import type { KeptLine, KeptSweep, SweepStorage } from '../../../src/state/sweep/storage.ts';
import { createSweepController } from '../../../src/state/sweep/sweep-controller.ts';
import { sweepTable, type TableHandle } from '../../../src/state/tables.ts';
import type { Reply } from '../../../src/worker/inspection-contract.ts';
import type { SweepListener, SweepPlace } from '../../../src/worker/sweep-contract.ts';
import { runLine } from '../../support/run-records.ts';
import { createTestTables } from '../fake-tables.ts';
import { settle } from '../fake-worker.ts';

/** On two processors, unless a test says otherwise. */
export const processorPlace: SweepPlace = {
  backend: 'wasm',
  device: 'made up',
  reason: 'A test.',
  together: 1,
};

/** A batch that a worker was given. */
interface Batch {
  readonly runs: readonly RunConfiguration[];
  readonly listener: SweepListener;
  readonly answer: (reply: Reply<undefined>) => void;
}

/** Trains when it is told to: see `progress`, `finish` and `fail`. */
export class FakeSweepWorker implements SweepHandle {
  /** What was asked of it, for example "prepare auto", "train 2 runs" or "hold". */
  readonly calls: string[] = [];
  batch: Batch | undefined;

  constructor(
    private readonly place: () => Reply<SweepPlace> | Promise<Reply<SweepPlace>>,
    readonly crash: (message: string) => void,
  ) {}

  async prepare(backend: string): Promise<Reply<SweepPlace>> {
    this.calls.push(`prepare ${backend}`);
    return this.place();
  }

  train(
    runs: readonly RunConfiguration[],
    stopsEarly: boolean,
    listener: SweepListener,
  ): Promise<Reply<undefined>> {
    this.calls.push(`train ${runs.length} runs${stopsEarly ? ', early' : ''}`);
    return new Promise((answer) => {
      this.batch = { runs, listener, answer };
    });
  }

  async hold(held: boolean): Promise<void> {
    this.calls.push(held ? 'hold' : 'go on');
  }

  terminate(): void {
    this.calls.push('terminate');
  }

  /** All runs of its batch have made so many steps. */
  progress(step: number): void {
    this.batch?.listener.onProgress(step);
  }

  /** The runs of its batch end. */
  async finish(): Promise<void> {
    const { batch } = this;
    this.batch = undefined;
    for (const run of batch?.runs ?? []) batch?.listener.onRun(runLine(run), runKey(run));
    batch?.answer({ ok: true, value: undefined });
    await settle();
  }

  /** Its batch fails. */
  async fail(message: string): Promise<void> {
    this.batch?.answer({ ok: false, message });
    await settle();
  }
}

/** A database in memory, which can be made to reject. */
export class MemoryStorage implements SweepStorage {
  id = '';
  plan: SweepPlan | undefined;
  readonly lines = new Map<string, string>();
  rejects = false;

  async load(): Promise<KeptSweep | undefined> {
    this.check();
    return this.plan && { id: this.id, plan: { ...this.plan }, lines: [...this.lines.values()] };
  }

  async begin(id: string, plan: SweepPlan, lines: readonly KeptLine[]): Promise<void> {
    this.check();
    this.id = id;
    this.plan = plan;
    this.lines.clear();
    for (const [key, line] of lines) this.lines.set(key, line);
  }

  async add(id: string, key: string, line: string): Promise<boolean> {
    this.check();
    if (this.plan === undefined || id !== this.id) return false;
    this.lines.set(key, line);
    return true;
  }

  async clear(): Promise<void> {
    this.check();
    this.plan = undefined;
    this.lines.clear();
  }

  private check(): void {
    if (this.rejects) throw new DOMException('The quota is used up.', 'QuotaExceededError');
  }
}

/** Sweeps of all pages, to tell them apart. */
let madeSweeps = 0;

/** The lock that all pages of a browser share. */
export class SharedLock {
  held = false;
  readonly take = async (): Promise<(() => void) | undefined> => {
    if (this.held) return undefined;
    this.held = true;
    return () => {
      this.held = false;
    };
  };
}

/** What a page with a sweep is made with. */
export interface TestSweepOptions {
  readonly storage?: MemoryStorage;
  readonly lock?: SharedLock;
  readonly place?: () => Reply<SweepPlace> | Promise<Reply<SweepPlace>>;
  readonly processors?: number;
  readonly tables?: Partial<TableHandle>;
}

/** A page with a sweep. Two pages with the same storage and lock are one browser's. */
export function createTestSweep(options: TestSweepOptions = {}) {
  const { storage = new MemoryStorage(), lock = new SharedLock() } = options;
  const { place = () => ({ ok: true, value: processorPlace }) as const, processors = 2 } = options;
  const workers: FakeSweepWorker[] = [];
  const { tables, workers: tableWorkers } = createTestTables(options.tables);
  const time = { now: 0 };
  const sweep = createSweepController(tables, {
    createWorker(onCrash) {
      const worker = new FakeSweepWorker(place, onCrash);
      workers.push(worker);
      return worker;
    },
    storage,
    processors,
    lock: lock.take,
    now: () => time.now,
    newId: () => `sweep ${++madeSweeps}`,
  });
  /** Workers that have runs to train. */
  const busy = () =>
    workers.filter(({ batch, calls }) => batch !== undefined && !calls.includes('terminate'));
  return {
    sweep,
    tables,
    tableWorkers,
    storage,
    lock,
    workers,
    time,
    busy,
    state: () => sweep.state.getState(),
    /** Seeds of the runs in the page's table. */
    shown: () =>
      tables.state
        .getState()
        .tables.find(({ id }) => id === sweepTable)
        ?.runs.map(({ place: { seed } }) => seed ?? -1)
        .sort((left, right) => left - right),
    /** Ends so many batches, or all there are. */
    async train(batches = Number.POSITIVE_INFINITY): Promise<void> {
      for (let ended = 0; ended < batches; ended++) {
        const [worker] = busy();
        if (worker === undefined) return;
        await worker.finish();
      }
    },
  };
}
