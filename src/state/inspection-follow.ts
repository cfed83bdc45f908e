/** Looks into the run on screen by itself while the visitor is in the "Look inside" views. */
import type { InspectionController } from './inspection-controller.ts';
import { viewedSnapshot } from './selectors.ts';
import type { PageState, PageStore } from './store.ts';

/** Time for a scrubbing hand to come to rest, milliseconds. */
const restingTime = 250;

/**
 * Starts an inspection whenever another step of a run that does not train is on screen. A file that
 * is looked into stays until the visitor goes back to the run. Returns a function that ends it.
 */
export function followRun(store: PageStore, inspection: InspectionController): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lookedAt = '';

  const follow = (state: PageState) => {
    const wanted = momentToInspect(state);
    // Away, training, or at a file: on coming back the same moment is looked into again.
    if (wanted === undefined) lookedAt = '';
    if (wanted === undefined || wanted === lookedAt) return;
    // Noted before it is known how it ends: what failed or was cancelled is not tried again.
    lookedAt = wanted;
    clearTimeout(timer);
    if (wanted === inspectedMoment(state)) return;
    timer = setTimeout(() => {
      if (momentToInspect(store.getState()) === wanted) void inspection.inspectRun();
    }, restingTime);
  };
  follow(store.getState());
  const stop = store.subscribe((state, previous) => {
    follow(state);
    if (leavesWhileAnalysing(state, previous)) inspection.cancel();
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Names the moment on screen; undefined when it is not to be looked into by itself. */
function momentToInspect(state: PageState): string | undefined {
  const { page, status, inspection, shownRun } = state;
  const snapshot = viewedSnapshot(state);
  if (page.view !== 'inside' || snapshot === undefined) return undefined;
  if (status === 'training' || status === 'loading' || status === 'idle') return undefined;
  // A file that is being opened has the place already.
  if (inspection.subject?.kind === 'file' || inspection.opening === 'file') return undefined;
  return `${shownRun}:${snapshot.result.step}`;
}

/** The moment of a run whose analysis is there or under way. */
function inspectedMoment({ inspection: { subject, phase } }: PageState): string | undefined {
  if (subject?.kind !== 'run' || (phase !== 'analysing' && phase !== 'ready')) return undefined;
  return `${subject.run}:${subject.summary.step}`;
}

/** True when the visitor goes away from a run's analysis before it is there. */
function leavesWhileAnalysing(state: PageState, previous: PageState): boolean {
  const { subject, phase } = state.inspection;
  const leaves = previous.page.view === 'inside' && state.page.view !== 'inside';
  return leaves && phase === 'analysing' && subject?.kind === 'run';
}
