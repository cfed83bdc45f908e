/** Who has seen the first steps, and how far somebody is with them. */
import { isRecording, newestStep } from '../../state/selectors.ts';
import type { PageState, PageStore } from '../../state/store.ts';

/** Where it is kept that they are not needed any more. */
const storedAs = 'clock-and-pizza-first-steps';

/** True for who was told on an earlier visit, or has trained a run. */
export function knowsFirstSteps(): boolean {
  try {
    return window.localStorage.getItem(storedAs) !== null;
  } catch {
    // Who cannot be remembered would be told every time.
    return false;
  }
}

/** Not to be told again. */
export function rememberFirstSteps(): void {
  try {
    window.localStorage.setItem(storedAs, 'known');
  } catch {
    // Then it is for this visit.
  }
}

/** Whoever has trained a run needs no first steps any more, on later visits. */
export function rememberFirstRun(store: PageStore): void {
  const unsubscribe = store.subscribe((state) => {
    if (!hasTrained(state)) return;
    unsubscribe();
    rememberFirstSteps();
  });
}

/** How far somebody is. */
export interface FirstSteps {
  /** Attention rate of the first run; undefined before. */
  readonly firstRate?: number;
  /** Which of the three steps are done. */
  readonly done: readonly [trained: boolean, watched: boolean, again: boolean];
}

/** Before the first. */
export const noSteps: FirstSteps = { done: [false, false, false] };

/** What a state of the page adds. What is done stays done. */
export function further(before: FirstSteps, state: PageState): FirstSteps {
  if (!hasTrained(state)) return before;
  const rate = state.runConfiguration?.attentionRate ?? state.configuration.attentionRate;
  const { firstRate = rate } = before;
  const [, watched, again] = before.done;
  const isJudged = state.timeline.at(-1)?.result.verdict !== 'learning';
  return { firstRate, done: [true, watched || isJudged, again || (watched && rate !== firstRate)] };
}

function hasTrained(state: PageState): boolean {
  return newestStep(state) > 0 && !isRecording(state);
}
