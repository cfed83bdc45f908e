/** Keeps the address in step with the settings, so that copying it repeats the experiment. */
import type { PageState, PageStore } from '../state/store.ts';
import { encodeAddress } from '../state/url.ts';

/**
 * Browsers refuse to rewrite the address more than some hundred times in ten seconds, which a hand
 * that drags exceeds: after this many writes in a second the rest waits for it to end.
 */
const writesPerSecond = 8;

/** Rewrites the query string whenever a setting changes. The first visit keeps its clean address. */
export function followAddress(store: PageStore): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let recent: number[] = [];

  function write({ configuration, page }: PageState): void {
    const query = encodeAddress(configuration, page);
    window.history.replaceState(null, '', `?${query}${window.location.hash}`);
  }

  function writeSoon(state: PageState): void {
    clearTimeout(timer);
    const now = performance.now();
    recent = recent.filter((time) => now - time < 1000);
    if (recent.length >= writesPerSecond) {
      timer = setTimeout(() => write(store.getState()), 1000);
      return;
    }
    recent.push(now);
    write(state);
  }

  store.subscribe((state, previous) => {
    if (
      state.configuration === previous.configuration &&
      state.page === previous.page &&
      state.runConfiguration === previous.runConfiguration
    ) {
      return;
    }
    writeSoon(state);
  });
}
