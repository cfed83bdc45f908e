/** Does what the address asks for when the page opens: shows a recorded run, a step, or trains. */
import english from '../messages/en/ui/open-addressed.json';
import { listed } from '../messages/lists.ts';
import { createWords } from '../messages/words.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import { defaultConfiguration, fieldEntries } from '../model/fields.ts';
import { findRecordedRun, type RecordedRunDescription } from '../model/recorded-runs.ts';
import type { ConfigurationProblem } from '../model/validation.ts';
import type { PageState } from '../state/store.ts';
import { snapshotAt } from '../state/timeline.ts';
import type { RunPage } from './hooks/page.ts';

const words = createWords('ui/open-addressed', english);

/** Fulfilled when the recorded run of the address is on screen, or could not be had. */
export async function openAddressed(page: RunPage): Promise<void> {
  const { store, controller } = page;
  const { autorun, run, step } = store.getState().page;
  if (run !== '') await showRecorded(page, run, step);
  else if (autorun) void controller.train(step ?? undefined);
}

/** Shows a recorded run at a step; says why when that cannot be. */
export async function showRecorded(
  { store, controller, recorded, recordings }: RunPage,
  name: string,
  step: number | null = null,
): Promise<void> {
  const description = findRecordedRun(name);
  const { configuration } = store.getState();
  // Whatever is done meanwhile is about the run that is to come.
  store.setState(({ page }) => ({
    awaitedRun: name,
    configuration: description?.configuration ?? configuration,
    page: { ...page, run: '', step: null },
    notices: [...store.getState().notices, ...contradictions(configuration, description)],
  }));
  const isShown = await recorded.show(name);
  store.setState(({ awaitedRun }) => ({ awaitedRun: awaitedRun === name ? '' : awaitedRun }));
  if (isShown) {
    if (step !== null) controller.view(keptStep(store.getState(), step));
    return;
  }
  const state = recordings.state.getState()[name];
  if (state?.phase !== 'failed') return;
  store.setState(({ notices }) => ({
    notices: [...notices, { name: 'run', message: state.problem }],
  }));
}

/** Settings beside the name of a recorded run that it does not have. */
function contradictions(
  asked: RunConfiguration,
  description: RecordedRunDescription | undefined,
): ConfigurationProblem[] {
  if (description === undefined) return [];
  const others = fieldEntries.filter(
    ([key]) =>
      asked[key] !== description.configuration[key] && asked[key] !== defaultConfiguration[key],
  );
  if (others.length === 0) return [];
  const names = listed(others.map(([, { name }]) => name));
  const message = words('ignored', { label: description.label, names });
  return [{ name: 'run', message }];
}

/** The step of the moment that is shown for a step: all figures are about that; null for the last. */
export function keptStep({ timeline }: PageState, step: number): number | null {
  const shown = snapshotAt(timeline, step);
  return shown === timeline.at(-1) ? null : (shown?.result.step ?? null);
}
