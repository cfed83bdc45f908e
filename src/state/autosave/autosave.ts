/** Keeps the run on screen as it trains, and offers runs of earlier visits again. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import english from '../../messages/en/state/autosave.json';
import { createWords } from '../../messages/words.ts';
import type { TrainingState } from '../../worker/contract.ts';
import type { KeptRun, KeptRunHeader, KeptRunReader } from '../../worker/kept-run-contract.ts';
import type { StoppedRun } from '../run-controller.ts';
import type { PageStore } from '../store.ts';
import { type KeepProblem, RunKeeper } from './keeper.ts';
import type { RunStorage } from './storage.ts';

export type { KeptRunHeader };

const words = createWords('state/autosave', english);

/** What the page shows of kept runs. */
export interface AutosaveState {
  /** True until it is known whether there is one, where there probably is. */
  readonly isLooking: boolean;
  /** A run of an earlier visit that nobody trains now; the newest unless an older one was asked for. */
  readonly offer: KeptRunHeader | undefined;
  /** How many others there are. */
  readonly others: number;
  /** Why the run on screen is not kept; undefined while it is, or has been said. */
  readonly problem: KeepProblem | undefined;
  /** Why the offered run could not be had. */
  readonly refusal: string | undefined;
}

/** What it needs of the browser, replaced in tests. */
export interface AutosavePlatform {
  readonly storage: RunStorage;
  /** Loaded when there is something to read. */
  reader(): Promise<KeptRunReader>;
  /** Keeps other tabs from a run. @returns undefined when one of them has it */
  lock(id: string): Promise<(() => void) | undefined>;
  /** Which of these runs a tab has at present. */
  lockedOf(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Milliseconds since 1970. */
  now(): number;
  /** What is known of this browser at once, without its database. */
  readonly hints: AutosaveHints;
}

/** Small things that are remembered; none of them matters. */
export interface AutosaveHints {
  /** Whether a run was kept here before. */
  mayHaveRuns(): boolean;
  setMayHaveRuns(may: boolean): void;
  /** Whether this tab was told that it is not the time for runs of earlier visits. */
  isPostponed(): boolean;
  postpone(): void;
}

/** Actions. Promises are for tests; none rejects. */
export interface Autosave {
  readonly state: StoreApi<AutosaveState>;
  /** Looks for runs of earlier visits. */
  restore(): Promise<void>;
  /** To be told of each copy of the run on screen. */
  copied(state: TrainingState): void;
  /** The offered run, which no other tab gets any more; undefined where that cannot be. */
  take(): Promise<StoppedRun | undefined>;
  /** Forgets the offered run, and offers none until the next visit. */
  discard(): Promise<void>;
  /** Offers nothing more in this tab. */
  postpone(): void;
  /** Offers the next older run, after the oldest the newest again. */
  showOther(): void;
  /** Writes what has not been written yet. */
  flush(): Promise<void>;
  dismissProblem(): void;
}

/** At most this many runs are kept. */
const mostRuns = 5;

/** Connects the page's store with the browser's database. */
export function createAutosave(store: PageStore, platform: AutosavePlatform): Autosave {
  const { storage, hints } = platform;
  const state = createStore<AutosaveState>(() => ({
    isLooking: hints.mayHaveRuns() && !hints.isPostponed(),
    ...{ offer: undefined, others: 0, problem: undefined, refusal: undefined },
  }));
  let offers: readonly KeptRunHeader[] = [];
  /** The run that this tab keeps, and what lets other tabs have it. */
  let own: { readonly id: string; readonly release: Promise<(() => void) | undefined> } | undefined;
  const saidOf = new Set<KeepProblem>();
  const keeper = new RunKeeper(storage, onResult, (id) => forgetOthers(id, 1));

  function onResult(problem: KeepProblem | undefined): void {
    const { problem: shown } = state.getState();
    if (problem === undefined) hints.setMayHaveRuns(true);
    if (problem !== undefined) {
      if (saidOf.has(problem)) return;
      saidOf.add(problem);
    } else {
      if (shown === undefined) return;
      // What is over may come again, unlike what was dismissed.
      saidOf.delete(shown);
    }
    state.setState({ problem });
  }

  function offerFirst(): void {
    state.setState({
      offer: offers[0],
      others: Math.max(0, offers.length - 1),
      refusal: undefined,
    });
  }

  /** Headers that make sense, the newest first. */
  async function headers(): Promise<KeptRunHeader[]> {
    const stored = await storage.list();
    if (stored.length === 0) return [];
    const { readHeader } = await platform.reader();
    return stored
      .flatMap((header) => readHeader(header) ?? [])
      .sort((left, right) => right.savedAt - left.savedAt);
  }

  /** Forgets all but some runs. @returns whether there was anything to forget */
  async function forgetOthers(id: string, most: number): Promise<boolean> {
    const others = (await headers()).filter((header) => header.id !== id);
    const locked = await platform.lockedOf(others.map((header) => header.id));
    const idle = others.filter((header) => !locked.has(header.id)).slice(most - 1);
    if (idle.length > 0) await storage.forget(idle.map((header) => header.id));
    return idle.length > 0;
  }

  /** Another tab may have gone on with a run since it was offered here. */
  async function forgetUnlessLocked(id: string): Promise<void> {
    const locked = await platform.lockedOf([id]);
    if (!locked.has(id)) await storage.forget([id]);
  }

  /** From now on this tab has this run, and the one before is free. */
  function hold(id: string, release: Promise<(() => void) | undefined>): void {
    void own?.release.then((free) => free?.());
    own = { id, release };
  }

  return {
    state,
    async restore() {
      if (hints.isPostponed()) return;
      try {
        const all = await headers();
        const locked = await platform.lockedOf(all.map(({ id }) => id));
        offers = all.filter(({ id, step }) => step > 0 && id !== own?.id && !locked.has(id));
        hints.setMayHaveRuns(all.length > 0);
        offerFirst();
      } catch {
        // Where nothing can be read, nothing is offered.
      }
      state.setState({ isLooking: false });
    },
    copied(copy) {
      const { runIdentity: id, runConfiguration, backend, timeline } = store.getState();
      if (id === '' || runConfiguration === undefined || backend === undefined) return;
      if (own?.id !== id) {
        hold(id, platform.lock(id));
        void forgetOthers(id, mostRuns).catch(() => undefined);
      }
      keeper.keep({
        ...{ id, savedAt: platform.now(), configuration: runConfiguration },
        ...{ backend: backend.name, step: copy.step, state: copy },
        timeline: timeline.filter(({ result }) => result.step <= copy.step),
      });
    },
    async take() {
      const { offer } = state.getState();
      if (offer === undefined) return undefined;
      const lock = platform.lock(offer.id);
      if ((await lock) === undefined) {
        state.setState({ refusal: words('elsewhere') });
        return undefined;
      }
      const run = await readRun(platform, offer.id);
      if (run === undefined) {
        void lock.then((free) => free?.());
        state.setState({ refusal: words('damaged') });
        return undefined;
      }
      hold(offer.id, lock);
      keeper.adopt(run);
      state.setState({ offer: undefined, refusal: undefined });
      const { id: identity, configuration, backend, state: from, timeline } = run;
      return { identity, configuration, backend, state: from, timeline };
    },
    async discard() {
      const [offer] = offers;
      offers = [];
      offerFirst();
      if (offer !== undefined) await forgetUnlessLocked(offer.id).catch(() => undefined);
    },
    postpone() {
      hints.postpone();
      offers = [];
      offerFirst();
    },
    showOther() {
      const [first, ...rest] = offers;
      if (first !== undefined) offers = [...rest, first];
      offerFirst();
    },
    flush: () => keeper.flush(),
    dismissProblem() {
      state.setState({ problem: undefined });
    },
  };
}

async function readRun(platform: AutosavePlatform, id: string): Promise<KeptRun | undefined> {
  try {
    const [reader, stored] = await Promise.all([platform.reader(), platform.storage.load(id)]);
    return reader.readKeptRun(stored);
  } catch {
    return undefined;
  }
}
