/** Keeps the address in step with the settings, so that copying it repeats the experiment. */
import type { PageStore } from '../state/store.ts';
import { encodeAddress } from '../state/url.ts';

/** Rewrites the query string whenever a setting changes. The first visit keeps its clean address. */
export function followAddress(store: PageStore): void {
  store.subscribe((state, previous) => {
    if (
      state.configuration === previous.configuration &&
      state.page === previous.page &&
      state.runConfiguration === previous.runConfiguration
    ) {
      return;
    }
    const query = encodeAddress(state.configuration, state.page);
    window.history.replaceState(null, '', `?${query}${window.location.hash}`);
  });
}
