/** Keeps the screen on while a long run trains, where the visitor asks for it and the browser can. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PageStore } from '../state/store.ts';

/** Whether the screen is kept on. */
export interface WakeLockState {
  /** False where the browser cannot do it, and after it refused. */
  readonly isOffered: boolean;
  readonly isWanted: boolean;
}

/** The choice and what came of it. */
export interface WakeLock {
  readonly state: StoreApi<WakeLockState>;
  want(isWanted: boolean): void;
}

/** A lock that follows the run: held while it trains in a tab that is seen, and wanted. */
export function createWakeLock(store: PageStore): WakeLock {
  const state = createStore<WakeLockState>(() => ({
    isOffered: 'wakeLock' in navigator,
    isWanted: false,
  }));
  let held: Promise<WakeLockSentinel | undefined> | undefined;

  function follow(): void {
    const isSeen = document.visibilityState === 'visible';
    const isNeeded =
      state.getState().isWanted &&
      navigator.wakeLock !== undefined &&
      store.getState().status === 'training' &&
      isSeen;
    if (isNeeded && held === undefined) {
      const own = navigator.wakeLock.request('screen').catch(() => {
        // Batteries that run low and policies of a host refuse it: then it is not offered again.
        state.setState({ isOffered: false, isWanted: false });
        return undefined;
      });
      held = own;
      const forget = () => {
        // Word of an earlier lock may come when there is a newer one.
        if (held === own) held = undefined;
      };
      void own.then((sentinel) => sentinel?.addEventListener('release', forget));
    } else if (!isNeeded && held !== undefined) {
      void held.then((sentinel) => sentinel?.release().catch(() => undefined));
      held = undefined;
    }
  }

  store.subscribe(({ status }, previous) => {
    if (status !== previous.status) follow();
  });
  // The browser takes it back from hidden tabs.
  document.addEventListener('visibilitychange', follow);
  return {
    state,
    want(isWanted) {
      state.setState({ isWanted });
      follow();
    },
  };
}
