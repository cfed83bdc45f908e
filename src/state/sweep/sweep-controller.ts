/** What the visitor can do with a sweep: start, pause, continue, discard. Finished runs are kept. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BackendRequest } from '../../worker/sweep-contract.ts';
import { sweepTable, type TablesController } from '../tables.ts';
import { type SweepHandle, SweepLanes } from './lanes.ts';
import { SweepLedger } from './ledger.ts';
import { SweepPace } from './pace.ts';
import { plannedRuns, type SweepPlan } from './plan.ts';
import { SweepQueue } from './queue.ts';
import type { SweepStorage } from './storage.ts';
import { noSweep, type SweepState } from './sweep-state.ts';

export type { SweepState };

/** Surroundings, replaced in tests. */
export interface SweepPlatform {
  createWorker(onCrash: (message: string) => void): SweepHandle;
  readonly storage: SweepStorage;
  /** Number of workers that are of use on processors. */
  readonly processors: number;
  /** Keeps other tabs from training the same sweep. @returns undefined when one of them does */
  lock(): Promise<(() => void) | undefined>;
  /** Milliseconds. */
  now(): number;
}

/** Actions. Promises are for tests. */
export interface SweepController {
  readonly state: StoreApi<SweepState>;
  /** Brings back the sweep of an earlier visit, paused. Does nothing the second time. */
  restore(): Promise<void>;
  /** Starts a sweep. Finished runs of the one before that are in its grid too are kept. */
  start(plan: SweepPlan, backend: BackendRequest): Promise<void>;
  pause(): void;
  /** Goes on after a pause, a problem or a reload. */
  resume(backend: BackendRequest): Promise<void>;
  /** Forgets the sweep and its runs. */
  discard(): Promise<void>;
  /** The finished runs as a table for a file. */
  lines(): string;
}

const notKept =
  'This browser does not let the page keep the sweep: download its table before you leave.';
const unread =
  'A finished run could not be put into the table: continue, and it is trained once more.';
const elsewhere =
  'A sweep trains or pauses in another tab of this browser: go on there, or close that tab first.';

/** Connects workers, the browser's database and the page's tables. */
export function createSweepController(
  tables: TablesController,
  platform: SweepPlatform,
): SweepController {
  const { storage } = platform;
  const state = createStore<SweepState>(() => noSweep);
  const ledger = new SweepLedger();
  let lanes: SweepLanes | undefined;
  /** From when it was asked for to when it is released. */
  let lock: ReturnType<SweepPlatform['lock']> | undefined;
  /** What the storage holds the runs of. */
  let stored: SweepPlan | undefined;
  let pace = new SweepPace(platform.now);
  let restored: Promise<void> | undefined;
  /** Counts what was asked for: an answer to something older is not listened to. */
  let asked = 0;

  const change = (next: Partial<SweepState>) => state.setState(next);

  async function keep(work: Promise<void>): Promise<void> {
    await work.catch(() => change({ notice: notKept }));
  }

  function showRuns(): void {
    const runs = ledger.tableRuns();
    tables.put({ id: sweepTable, title: 'Your sweep', kind: 'runs', runs, note: undefined });
  }

  function showProgress(): void {
    const { steps, finishedSteps, count } = ledger;
    const made = finishedSteps + pace.underway;
    const isRunning = state.getState().phase === 'running';
    change({
      finished: count,
      share: steps === 0 ? 0 : Math.min(1, made / steps),
      secondsLeft: isRunning ? pace.secondsFor(steps - made) : undefined,
    });
  }

  /** Puts a plan and what is finished of it in the place of what was stored. */
  async function store(plan: SweepPlan): Promise<void> {
    stored = plan;
    await storage.begin(plan);
    for (const [key, line] of ledger.lines()) await storage.add(key, line);
  }

  async function addRun(line: string, key: string): Promise<void> {
    const own = asked;
    const read = await tables.read([line]);
    const [run] = read ?? [];
    if (own !== asked) return;
    if (run === undefined) return stop('failed', unread);
    ledger.add(line, run);
    pace.ended(key, run.own?.configuration.steps ?? 0);
    showRuns();
    showProgress();
    await keep(storage.add(key, line));
    if (own === asked && ledger.isComplete) stop('done');
  }

  function endLanes(): void {
    lanes?.end();
    lanes = undefined;
    pace = new SweepPace(platform.now);
  }

  function releaseLock(): void {
    void lock?.then((release) => release?.());
    lock = undefined;
  }

  function stop(phase: 'done' | 'failed', problem?: string): void {
    endLanes();
    releaseLock();
    change({ phase, problem, secondsLeft: undefined });
  }

  async function train(backend: BackendRequest): Promise<void> {
    const { plan } = state.getState();
    const [example] = ledger.runs;
    if (plan === undefined || example === undefined) return;
    const own = asked;
    change({ phase: 'starting', problem: undefined });
    showProgress();
    lock ??= platform.lock();
    const isFree = (await lock) !== undefined;
    if (own !== asked) return;
    if (!isFree) return stop('failed', elsewhere);
    if (stored !== plan) await keep(store(plan));
    if (own !== asked) return;
    const queue = new SweepQueue(ledger.runs, ledger.finishedKeys);
    if (queue.left === 0) return stop('done');
    lanes = new SweepLanes(platform.createWorker, queue, plan.stopsEarly, {
      // It may have been paused before there was anything to train on.
      onPlace: (place) =>
        change(state.getState().phase === 'paused' ? { place } : { place, phase: 'running' }),
      onProgress(key, step) {
        pace.progress(key, step);
        showProgress();
      },
      onRun: (line, key) => void addRun(line, key),
      onEnd(problem) {
        // Without a problem the last line may still be on its way into the table.
        if (problem !== undefined) stop('failed', problem);
      },
    });
    await lanes.start(backend, example, platform.processors);
  }

  return {
    state,
    restore() {
      restored ??= (async () => {
        const own = asked;
        const kept = await storage.load().catch(() => undefined);
        if (own !== asked || kept === undefined) return;
        // An older page may have kept something else.
        const planned = plannedRuns(String(kept.plan.grid));
        if (!planned.ok) return;
        stored = kept.plan;
        ledger.plan(planned.runs, false);
        const read = kept.lines.length === 0 ? [] : await tables.read(kept.lines);
        if (own !== asked) return;
        for (const [index, run] of (read ?? []).entries()) {
          ledger.add(kept.lines[index] as string, run);
        }
        showRuns();
        const phase = ledger.isComplete ? 'done' : 'paused';
        change({ plan: kept.plan, total: planned.runs.length, phase });
        showProgress();
      })();
      return restored;
    },
    async start(plan, backend) {
      const planned = plannedRuns(plan.grid);
      if (!planned.ok) return change({ problem: planned.message });
      asked += 1;
      const before = state.getState().plan;
      endLanes();
      ledger.plan(planned.runs, before?.stopsEarly === plan.stopsEarly);
      change({ ...noSweep, plan, total: planned.runs.length, phase: 'starting' });
      showRuns();
      await train(backend);
    },
    pause() {
      if (lanes === undefined) return;
      lanes.hold(true);
      pace.rest();
      change({ phase: 'paused', secondsLeft: undefined });
    },
    async resume(backend) {
      if (['starting', 'running'].includes(state.getState().phase)) return;
      if (lanes !== undefined) {
        lanes.hold(false);
        pace.goOn();
        change({ phase: 'running' });
        return;
      }
      asked += 1;
      endLanes();
      await train(backend);
    },
    async discard() {
      const own = ++asked;
      endLanes();
      ledger.plan([], false);
      stored = undefined;
      tables.remove(sweepTable);
      state.setState(noSweep, true);
      lock ??= platform.lock();
      // What another tab trains is not this one's to forget.
      if ((await lock) !== undefined) await storage.clear().catch(() => undefined);
      if (own === asked) releaseLock();
    },
    lines: () =>
      ledger
        .lines()
        .map(([, line]) => `${line}\n`)
        .join(''),
  };
}
