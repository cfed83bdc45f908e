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
    if (wanted === undefined || wanted === lookedAt) return;
    lookedAt = wanted;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (momentToInspect(store.getState()) === wanted) void inspection.inspectRun();
    }, restingTime);
  };
  follow(store.getState());
  const stop = store.subscribe((state, previous) => {
    // Back from a file, or from training: the same moment is to be looked into again.
    if (momentToInspect(previous) === undefined) lookedAt = '';
    follow(state);
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
  const { subject, phase } = inspection;
  // A file being opened takes the place before it is there.
  if (subject?.kind === 'file' || (phase === 'opening' && subject === undefined)) return undefined;
  return `${shownRun}:${snapshot.result.step}`;
}
