/**
 * Keeps the page for visits without a network, and tells when there is a newer version. Nothing is
 * replaced while something trains, in this tab or another.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { beginToKeep, keepWhatLoads } from '../../offline/keep-loaded.ts';
import { serviceWorkerFile, trainingLock } from '../../offline/names.ts';
import type { PageStore } from '../../state/store.ts';
import { heldLocks } from '../browser-locks.ts';

/** What there is to say about versions of the page. */
export interface Versions {
  readonly state: StoreApi<{
    readonly offered: 'none' | 'newer' | 'replaced';
    readonly isRefused: boolean;
  }>;
  /** Shows the newer version, unless something trains in another tab. */
  showNewer(): Promise<void>;
  dismiss(): void;
}

/** Milliseconds after the page is there: first comes what the visitor wants. */
const patience = 3000;
/** How often a page that stays open asks for a newer version, milliseconds. */
const askingTime = 60 * 60_000;

/** Starts keeping the page, where the browser can and its visitor does not save data. */
export function keepForOffline(store: PageStore): Versions {
  const state: Versions['state'] = createStore(() => ({ offered: 'none', isRefused: false }));
  let takeOver = () => window.location.reload();

  async function register(): Promise<void> {
    await beginToKeep();
    const { Workbox } = await import('workbox-window');
    const keeper = new Workbox(new URL(serviceWorkerFile, document.baseURI).href);
    let isAsked = false;
    takeOver = () => {
      isAsked = true;
      keeper.messageSkipWaiting();
    };
    keeper.addEventListener('waiting', () => state.setState({ offered: 'newer' }));
    keeper.addEventListener('controlling', ({ isUpdate }) => {
      if (isAsked) window.location.reload();
      else if (isUpdate) {
        takeOver = () => window.location.reload();
        state.setState({ offered: 'replaced' });
      }
    });
    await keeper.register();
    await navigator.serviceWorker.ready;
    keepWhatLoads(document.baseURI);
    setInterval(() => void keeper.update().catch(() => undefined), askingTime);
  }

  if (canKeep()) {
    holdWhileTraining(store);
    setTimeout(() => void register().catch(() => undefined), patience);
  }
  return {
    state,
    async showNewer() {
      const isBusyElsewhere = (await heldLocks()).has(trainingLock);
      state.setState({ isRefused: isBusyElsewhere });
      if (!isBusyElsewhere) takeOver();
    },
    dismiss: () => state.setState({ offered: 'none' }),
  };
}

function canKeep(): boolean {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  return import.meta.env.PROD && 'serviceWorker' in navigator && connection?.saveData !== true;
}

/** Tells the other tabs that something trains here. */
function holdWhileTraining(store: PageStore): void {
  let release: (() => void) | undefined;
  store.subscribe(({ status }) => {
    const isTraining = status === 'training' || status === 'loading';
    if (isTraining && release === undefined) {
      const until = new Promise<void>((resolve) => {
        release = resolve;
      });
      void navigator.locks
        ?.request(trainingLock, { mode: 'shared' }, () => until)
        .catch(() => undefined);
    } else if (!isTraining) {
      release?.();
      release = undefined;
    }
  });
}
