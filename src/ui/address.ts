/** Keeps the address in step with the settings, so that copying it repeats the experiment. */
import { type PageState, type PageStore, settingsDiffer } from '../state/store.ts';
import { decodeAddress, encodeAddress } from '../state/url.ts';
import { languageOfAddress } from './language.ts';

/**
 * Browsers refuse to rewrite the address more than about a hundred times in half a minute, which a
 * hand that drags exceeds: after this many writes in this time, milliseconds, the rest waits.
 */
const mostWrites = 30;
const countedTime = 10_000;
/** A hand that has not moved for so long, milliseconds, has come to rest. */
const restingTime = 300;

/** Rewrites the query string whenever a setting changes. The first visit keeps its clean address. */
export function followAddress(store: PageStore): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let recent: number[] = [];

  function write(state: PageState): void {
    const { configuration, page, viewedStep, replaying } = state;
    // With other settings in the controls, the recording is not what the address is about any more.
    const run = state.awaitedRun || (settingsDiffer(state) ? '' : page.run);
    // A step of a recorded run shows the same to everybody; a run of this page has to be trained first.
    const step = run === '' ? page.step : replaying ? null : viewedStep;
    const query = encodeAddress(configuration, { ...page, run, step });
    window.history.replaceState(
      null,
      '',
      `?${query}${languageOfAddress(window.location.search)}${window.location.hash}`,
    );
  }

  // Views are pages of their own to a visitor: the browser's Back returns to the one before.
  window.addEventListener('popstate', () => {
    const { view } = decodeAddress(window.location.search).page;
    store.setState(({ page }) => ({ page: { ...page, view } }));
  });

  function writeSoon(state: PageState): void {
    clearTimeout(timer);
    const now = performance.now();
    recent = recent.filter((time) => now - time < countedTime);
    if (recent.length >= mostWrites) {
      timer = setTimeout(() => write(store.getState()), restingTime);
      return;
    }
    recent.push(now);
    write(state);
  }

  store.subscribe((state, previous) => {
    if (
      state.configuration === previous.configuration &&
      state.page === previous.page &&
      state.runConfiguration === previous.runConfiguration &&
      (state.viewedStep === previous.viewedStep || state.page.run === '' || state.replaying)
    ) {
      return;
    }
    const shown = decodeAddress(window.location.search).page.view;
    if (state.page.view !== previous.page.view && state.page.view !== shown) {
      window.history.pushState(null, '', window.location.href);
    }
    writeSoon(state);
  });
}
