/** What the visitor can do with a sweep: start, pause, continue, discard. Finished runs are kept. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import english from '../../messages/en/state/sweep/sweep-controller.json';
import { createWords } from '../../messages/words.ts';
import type { BackendRequest } from '../../worker/sweep-contract.ts';
import { sweepTable, type TablesController } from '../tables.ts';
import { SweepKeeper } from './keeper.ts';
import { type SweepHandle, SweepLanes } from './lanes.ts';
import { SweepLedger } from './ledger.ts';
import { SweepPace } from './pace.ts';
import { plannedRuns, type SweepPlan } from './plan.ts';
import { SweepQueue } from './queue.ts';
import type { SweepStorage } from './storage.ts';
import { noSweep, type SweepState } from './sweep-state.ts';

const words = createWords('state/sweep/sweep-controller', english);

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
  /** A name no other sweep of this browser has. */
  newId(): string;
}

/** Actions. Promises are for tests. */
export interface SweepController {
  readonly state: StoreApi<SweepState>;
  /** Networks that train side by side where there is no GPU. */
  readonly processors: number;
  /** Brings back the sweep of an earlier visit, paused. Does nothing the second time. */
  restore(): Promise<void>;
  /** Starts a sweep. Finished runs of the one before that are in its grid too are kept. */
  start(plan: SweepPlan, backend: BackendRequest): Promise<void>;
  pause(): void;
  /** Goes on after a pause, a problem or a reload. */
  resume(backend: BackendRequest): Promise<void>;
  /** Forgets the sweep and its runs. */
  discard(): Promise<void>;
  /** How many finished runs would be let go by another plan. */
  lost(plan: SweepPlan): number;
  /** The finished runs as a table for a file. */
  lines(): string;
}

/** Connects workers, the browser's database and the page's tables. */
export function createSweepController(
  tables: TablesController,
  platform: SweepPlatform,
): SweepController {
  const keeper = new SweepKeeper(platform.storage, platform.newId);
  const state = createStore<SweepState>(() => noSweep);
  const ledger = new SweepLedger();
  let lanes: SweepLanes | undefined;
  /** From when it was asked for to when it is released. */
  let lock: ReturnType<SweepPlatform['lock']> | undefined;
  let pace = new SweepPace(platform.now);
  let restored: Promise<void> | undefined;
  /** Counts starts and discards: only the newest is done. */
  let wishes = 0;
  /** Counts what was asked for: an answer to something older is not listened to. */
  let asked = 0;

  const change = (next: Partial<SweepState>) => state.setState(next);

  async function keep<Value>(work: Promise<Value>): Promise<Value | undefined> {
    return work.catch(() => {
      change({ notice: words('notKept') });
      return undefined;
    });
  }

  function showRuns(): void {
    const runs = ledger.tableRuns();
    tables.put({
      id: sweepTable,
      get title() {
        return words('yourSweep');
      },
      kind: 'runs',
      runs,
      note: undefined,
    });
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

  /** Takes lines over that are not there yet. @returns how many make no sense */
  async function adopt(lines: readonly string[]): Promise<number> {
    const own = asked;
    const read = lines.length === 0 ? [] : ((await tables.read(lines)) ?? []);
    if (own !== asked) return 0;
    for (const [index, run] of read.entries()) {
      if (run !== undefined) ledger.add(lines[index] as string, run);
    }
    showRuns();
    return lines.length - read.filter((run) => run !== undefined).length;
  }

  async function addRun(line: string, key: string): Promise<void> {
    const own = asked;
    const read = await tables.read([line]);
    const [run] = read ?? [];
    if (own !== asked) return;
    if (run === undefined) return stop('failed', words('unread'));
    ledger.add(line, run);
    pace.ended(key, run.own?.configuration.steps ?? 0);
    showRuns();
    showProgress();
    await keep(keeper.add(key, line, ledger.lines()));
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
    if (!isFree) return stop('failed', words('elsewhere'));
    const claim = await keep(keeper.claim(plan, ledger.lines()));
    if (own !== asked) return;
    if (claim?.kind === 'another') return stop('failed', words('replaced'));
    // What another tab has finished meanwhile.
    const known = new Set(ledger.lines().map(([, line]) => line));
    await adopt((claim?.lines ?? []).filter((line) => !known.has(line)));
    if (own !== asked) return;
    showProgress();
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

  /** Brings back the sweep of an earlier visit, once. */
  function restore(): Promise<void> {
    restored ??= (async () => {
      const own = asked;
      const kept = await keeper.restore();
      if (own !== asked || kept === undefined) return;
      // An older page may have kept something else.
      const planned = plannedRuns(String(kept.plan.grid));
      if (!planned.ok) return;
      ledger.plan(planned.runs, kept.plan.stopsEarly);
      const unreadable = await adopt(kept.lines);
      if (own !== asked) return;
      if (unreadable > 0) change({ notice: words('unreadable', { count: unreadable }) });
      const phase = ledger.isComplete ? 'done' : 'paused';
      change({ plan: kept.plan, total: planned.runs.length, phase });
      showProgress();
    })();
    return restored;
  }

  return {
    state,
    processors: platform.processors,
    restore,
    async start(plan, backend) {
      const planned = plannedRuns(plan.grid);
      if (!planned.ok) return change({ problem: planned.message });
      // Its finished runs may be among the new ones.
      const wish = ++wishes;
      await restore();
      if (wish !== wishes) return;
      asked += 1;
      endLanes();
      ledger.plan(planned.runs, plan.stopsEarly);
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
      wishes += 1;
      endLanes();
      ledger.plan([], false);
      tables.remove(sweepTable);
      lock ??= platform.lock();
      await keeper.forget(lock.then((release) => release !== undefined));
      if (own !== asked) return;
      // Said only now: who reloads at once does not meet it again.
      state.setState(noSweep, true);
      releaseLock();
    },
    lost(plan) {
      const planned = plannedRuns(plan.grid);
      return planned.ok ? ledger.lost(planned.runs, plan.stopsEarly).length : 0;
    },
    lines: () =>
      ledger
        .lines()
        .map(([, line]) => `${line}\n`)
        .join(''),
  };
}
