/** Addresses that show again what is on screen. */
import { viewedSnapshot } from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';
import { defaultPageSettings, encodeAddress, type PageSettings } from '../../state/url.ts';

/**
 * Query string of what is on screen: settings, recorded run and the step that is shown. Whose theme it
 * is depends on who looks, so that is left out.
 */
export function sharedQuery(state: PageState, changes: Partial<PageSettings> = {}): string {
  const { configuration, runConfiguration, page } = state;
  const shown = viewedSnapshot(state)?.result.step;
  // What is on screen is a run of its own settings, whatever the controls hold by now.
  const settings = runConfiguration ?? configuration;
  const isNewest = state.viewedStep === null;
  // A recording opens at its end; any other run begins untrained, and is trained to its last step.
  const goesWithoutSaying =
    page.run === '' ? shown === 0 || (isNewest && shown === settings.steps) : isNewest;
  const step = shown === undefined || goesWithoutSaying ? null : shown;
  return encodeAddress(settings, {
    ...page,
    step: runConfiguration === undefined ? null : step,
    theme: defaultPageSettings.theme,
    embed: '',
    ...changes,
  });
}
