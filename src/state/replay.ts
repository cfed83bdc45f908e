/** Plays the run on screen again: moves the step that is shown through what was kept of it. */
import type { PageStore } from './store.ts';
import { snapshotAt } from './timeline.ts';

/** Milliseconds a whole run takes to be played. */
const playingTime = 24_000;

/** Plays and stops. */
export interface Replay {
  /** From the step on screen, or from the beginning when that is the last one. */
  play(): void;
  stop(): void;
}

/** Surroundings, replaced in tests. */
export interface ReplayClock {
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

const browserClock: ReplayClock = {
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

/** A player for one page. */
export function createReplay(store: PageStore, clock: ReplayClock = browserClock): Replay {
  let timer: unknown;
  /** The step this player has put on screen. */
  let own: number | null = null;

  function stop(): void {
    clock.clearTimeout(timer);
    timer = undefined;
    if (store.getState().replaying) store.setState({ replaying: false });
  }

  /** @param index moment to be shown */
  function show(index: number): void {
    const { timeline, replaying } = store.getState();
    const snapshot = timeline[index];
    if (!replaying || snapshot === undefined) {
      stop();
      return;
    }
    const last = index === timeline.length - 1;
    own = last ? null : snapshot.result.step;
    store.setState({ viewedStep: own });
    if (last) stop();
    else timer = clock.setTimeout(() => show(index + 1), playingTime / timeline.length);
  }

  // Whoever trains, scrubs or opens something else takes the picture over.
  store.subscribe((state, previous) => {
    if (!state.replaying) return;
    const isTaken = state.viewedStep !== previous.viewedStep && state.viewedStep !== own;
    const leaves = state.page.view !== previous.page.view;
    if (isTaken || leaves || state.timeline !== previous.timeline || state.status === 'training')
      stop();
  });

  return {
    play() {
      stop();
      const { timeline, viewedStep } = store.getState();
      const shown = snapshotAt(timeline, viewedStep);
      store.setState({ replaying: true });
      show(viewedStep === null || shown === undefined ? 0 : timeline.indexOf(shown));
    },
    stop,
  };
}
