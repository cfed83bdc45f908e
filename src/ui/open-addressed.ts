/** Does what the address asks for when the page opens: shows a recorded run, a step, or trains. */
import type { PageState } from '../state/store.ts';
import { snapshotAt } from '../state/timeline.ts';
import type { RunPage } from './hooks/page.ts';

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
  store.setState(({ page }) => ({ page: { ...page, run: '', step: null } }));
  if (await recorded.show(name)) {
    if (step !== null) controller.view(keptStep(store.getState(), step));
    return;
  }
  const state = recordings.state.getState()[name];
  if (state?.phase !== 'failed') return;
  store.setState(({ notices }) => ({
    notices: [...notices, { name: 'run', message: state.problem }],
  }));
}

/** The step of the moment that is shown for a step: all figures are about that; null for the last. */
function keptStep({ timeline }: PageState, step: number): number | null {
  const shown = snapshotAt(timeline, step);
  return shown === timeline.at(-1) ? null : (shown?.result.step ?? null);
}
