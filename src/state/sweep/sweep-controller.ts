/** What the visitor can do with a sweep: start, pause, continue, discard. Finished runs are kept. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RunConfiguration } from '../../model/configuration.ts';
import { runKey } from '../../model/sweep-grid.ts';
import type { BackendRequest, SweepPlace } from '../../worker/sweep-contract.ts';
import { sweepTable, type TableRun, type TablesController } from '../tables.ts';
import { type SweepHandle, SweepLanes } from './lanes.ts';
import { SweepPace } from './pace.ts';
import { plannedRuns, type SweepPlan } from './plan.ts';
import { SweepQueue } from './queue.ts';
import type { SweepStorage } from './storage.ts';

/** Where a sweep stands. */
export interface SweepState {
  readonly phase: 'idle' | 'starting' | 'running' | 'paused' | 'done' | 'failed';
  readonly plan: SweepPlan | undefined;
  readonly total: number;
  readonly finished: number;
  /** Part of all steps that is made, runs in progress included. */
  readonly share: number;
  /** At most so long, at the pace so far; undefined while that is not known. */
  readonly secondsLeft: number | undefined;
  readonly place: SweepPlace | undefined;
  /** What stopped it, in one sentence. */
  readonly problem: string | undefined;
  /** What the visitor should know besides, in one sentence. */
  readonly notice: string | undefined;
}

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
const elsewhere = 'This sweep trains in another tab of this browser: pause it there first.';

const nothing: SweepState = {
  phase: 'idle',
  plan: undefined,
  total: 0,
  finished: 0,
  share: 0,
  secondsLeft: undefined,
  place: undefined,
  problem: undefined,
  notice: undefined,
};

/** Connects workers, the browser's database and the page's tables. */
export function createSweepController(
  tables: TablesController,
  platform: SweepPlatform,
): SweepController {
  const { storage } = platform;
  const state = createStore<SweepState>(() => nothing);
  const finished = new Map<string, { readonly line: string; readonly run: TableRun }>();
  let runs: readonly RunConfiguration[] = [];
  let lanes: SweepLanes | undefined;
  let unlock: (() => void) | undefined;
  let pace = new SweepPace(platform.now);
  let restored: Promise<void> | undefined;
  /** Counts what was asked for: an answer to something older is not listened to. */
  let asked = 0;

  const change = (next: Partial<SweepState>) => state.setState(next);

  async function keep(work: Promise<void>): Promise<void> {
    await work.catch(() => change({ notice: notKept }));
  }

  function showRuns(): void {
    const title = 'Your sweep';
    const done = [...finished.values()].map(({ run }) => run);
    tables.put({ id: sweepTable, title, kind: 'runs', runs: done, note: undefined });
  }

  function showProgress(): void {
    const doneSteps = runs.reduce(
      (sum, run) => sum + (finished.has(runKey(run)) ? run.steps : 0),
      0,
    );
    const all = runs.reduce((sum, { steps }) => sum + steps, 0);
    const underway = pace.underway;
    change({
      finished: runs.filter((run) => finished.has(runKey(run))).length,
      share: all === 0 ? 0 : Math.min(1, (doneSteps + underway) / all),
      secondsLeft: pace.secondsFor(all - doneSteps - underway),
    });
  }

  /** Takes lines that are known to belong to the present plan. */
  async function adopt(lines: readonly string[]): Promise<void> {
    const read = lines.length === 0 ? [] : await tables.read(lines);
    read?.forEach((run, index) => {
      if (run.own === undefined) return;
      finished.set(runKey(run.own.configuration), { line: lines[index] as string, run });
    });
    showRuns();
  }

  async function addRun(line: string, key: string): Promise<void> {
    const own = asked;
    const read = await tables.read([line]);
    const [run] = read ?? [];
    if (own !== asked) return;
    if (run === undefined) return stop('failed', unread);
    finished.set(key, { line, run });
    pace.ended(key, run.own?.configuration.steps ?? 0);
    showRuns();
    showProgress();
    await keep(storage.add(key, line));
    if (own === asked && state.getState().phase === 'running') finishIfDone();
  }

  function finishIfDone(): void {
    if (runs.every((run) => finished.has(runKey(run)))) stop('done');
  }

  function stop(phase: 'done' | 'failed' | 'paused', problem?: string): void {
    lanes?.end();
    lanes = undefined;
    unlock?.();
    unlock = undefined;
    pace.rest();
    change({ phase, problem, secondsLeft: undefined });
  }

  async function train(backend: BackendRequest): Promise<void> {
    const { plan } = state.getState();
    const queue = new SweepQueue(runs, new Set(finished.keys()));
    const [example] = runs;
    if (plan === undefined || example === undefined) return;
    if (queue.left === 0) return stop('done');
    const own = asked;
    change({ phase: 'starting', problem: undefined });
    unlock = await platform.lock();
    if (own !== asked) return unlock?.();
    if (unlock === undefined) return stop('failed', elsewhere);
    pace = new SweepPace(platform.now);
    lanes = new SweepLanes(platform.createWorker, queue, plan.stopsEarly, {
      onPlace: (place) => change({ place, phase: 'running' }),
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
        const planned = plannedRuns(kept.plan.grid);
        if (!planned.ok) return;
        runs = planned.runs;
        await adopt(kept.lines);
        if (own !== asked) return;
        const isDone = runs.every((run) => finished.has(runKey(run)));
        change({ plan: kept.plan, total: runs.length, phase: isDone ? 'done' : 'paused' });
        showProgress();
      })();
      return restored;
    },
    async start(plan, backend) {
      const planned = plannedRuns(plan.grid);
      if (!planned.ok) return change({ problem: planned.message });
      asked += 1;
      const before = state.getState().plan;
      stop('paused');
      runs = planned.runs;
      const wanted = new Set(runs.map(runKey));
      const isSame = before?.stopsEarly === plan.stopsEarly;
      for (const key of finished.keys()) {
        if (!isSame || !wanted.has(key)) finished.delete(key);
      }
      change({ ...nothing, plan, total: runs.length, phase: 'starting' });
      showRuns();
      showProgress();
      await keep(storage.begin(plan));
      for (const [key, { line }] of finished) await keep(storage.add(key, line));
      await train(backend);
    },
    pause() {
      if (lanes === undefined) return;
      lanes.hold(true);
      pace.rest();
      change({ phase: 'paused', secondsLeft: undefined });
    },
    async resume(backend) {
      if (state.getState().phase === 'running') return;
      if (lanes !== undefined) {
        lanes.hold(false);
        pace.goOn();
        change({ phase: 'running' });
        return;
      }
      asked += 1;
      await train(backend);
    },
    async discard() {
      asked += 1;
      stop('paused');
      finished.clear();
      runs = [];
      tables.remove(sweepTable);
      state.setState(nothing, true);
      await storage.clear().catch(() => undefined);
    },
    lines: () => [...finished.values()].map(({ line }) => `${line}\n`).join(''),
  };
}
