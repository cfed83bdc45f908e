/** Goes where an address points that was found in a file. */
import { newestStep } from '../../state/selectors.ts';
import { type PageState, settingsDiffer } from '../../state/store.ts';
import { decodeAddress } from '../../state/url.ts';
import type { Page } from '../hooks/page.ts';
import { showRecorded } from '../open-addressed.ts';

/**
 * Shows what a query string says. Nothing trains by itself: a run that is not recorded stays what it
 * was on screen, with the settings of the address in the controls.
 */
export async function goToAddress(page: Page, query: string): Promise<void> {
  const { store, controller } = page;
  const { configuration, page: settings, problems } = decodeAddress(query);
  const { run, step } = settings;
  store.setState(({ page: { theme, run: onScreen }, notices }) => ({
    configuration,
    page: { ...settings, theme, run: onScreen, embed: '', autorun: false },
    notices: [...notices, ...problems],
  }));
  if (run !== '') return showRecorded(page, run, step);
  if (step === null || !hasCome(store.getState(), step)) return;
  store.setState((state) => ({ page: { ...state.page, step: null } }));
  controller.view(step);
}

/** Whether the run on screen is the one of these settings, and has come so far. */
function hasCome(state: PageState, step: number): boolean {
  return (
    state.runConfiguration !== undefined && !settingsDiffer(state) && step <= newestStep(state)
  );
}
