/** Addresses that show again what is on screen. */
import { defaultConfiguration } from '../../model/fields.ts';
import { viewedSnapshot } from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';
import { defaultPageSettings, encodeAddress, type PageSettings } from '../../state/url.ts';

/**
 * Query string of what is on screen: settings, recorded run and the step that is shown. Whose theme it
 * is depends on who looks, so that is left out.
 */
export function sharedQuery(state: PageState, changes: Partial<PageSettings> = {}): string {
  const file = openedNetwork(state);
  if (file !== undefined) return queryOfFile(state, file);
  const { configuration, runConfiguration, page, awaitedRun } = state;
  if (awaitedRun !== '') return queryOfAwaited(state);
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

/** The recorded run that is on its way. */
function queryOfAwaited({ page, awaitedRun, configuration }: PageState): string {
  const { theme } = defaultPageSettings;
  return encodeAddress(configuration, { ...page, run: awaitedRun, theme, embed: '' });
}

/** The network of a file that is looked into, where that is what is on screen. */
export function openedNetwork({
  page,
  inspection: { subject },
}: PageState): FileSubject | undefined {
  return page.view === 'inside' && subject?.kind === 'file' ? subject : undefined;
}

type FileSubject = Extract<PageState['inspection']['subject'], { readonly kind: 'file' }>;

/** A file is on one machine only: what can be shared of it is how to train such a network. */
function queryOfFile({ page }: PageState, { summary }: FileSubject): string {
  const { configuration, step, splitKnown } = summary;
  const settings = splitKnown ? configuration : { ...defaultConfiguration, p: configuration.p };
  const { theme } = defaultPageSettings;
  const moment = splitKnown ? step : null;
  return encodeAddress(settings, { ...page, run: '', step: moment, theme, embed: '' });
}
