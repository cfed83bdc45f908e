/** Keeps the address in step with the settings, so that copying it repeats the experiment. */
import type { PageState, PageStore } from '../state/store.ts';
import { encodeAddress } from '../state/url.ts';

/** Browsers refuse to rewrite the address more than a few times a second: a hand that drags does. */
const restingTime = 150;

/** Rewrites the query string whenever a setting changes. The first visit keeps its clean address. */
export function followAddress(store: PageStore): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;

  function write({ configuration, page }: PageState): void {
    last = performance.now();
    const query = encodeAddress(configuration, page);
    window.history.replaceState(null, '', `?${query}${window.location.hash}`);
  }

  store.subscribe((state, previous) => {
    if (
      state.configuration === previous.configuration &&
      state.page === previous.page &&
      state.runConfiguration === previous.runConfiguration
    ) {
      return;
    }
    clearTimeout(timer);
    if (performance.now() - last > restingTime) write(state);
    else timer = setTimeout(() => write(store.getState()), restingTime);
  });
}
