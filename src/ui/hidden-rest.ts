/** Training rests while its tab is hidden, unless the visitor wants it to go on there. */
import type { RunPage } from './hooks/page.ts';

/** Pauses training when the tab is hidden, and goes on with the same run when it is seen again. */
export function restWhileHidden({ store, controller }: RunPage): void {
  let restingRun = 0;

  function changed(): void {
    if (document.visibilityState === 'hidden') rest();
    else goOn();
  }

  function rest(): void {
    const { status, trainsHidden, shownRun } = store.getState();
    // One that is being made rests when it begins to train: not every one does.
    if (trainsHidden || status !== 'training') return;
    restingRun = shownRun;
    void controller.pause();
    store.setState({ rest: 'hidden' });
  }

  function goOn(): void {
    const { rest, shownRun, status } = store.getState();
    if (rest === undefined) return;
    // Another run may have been put on screen meanwhile, or its worker may have died.
    if (shownRun === restingRun && status === 'paused') void controller.train();
    else store.setState({ rest: undefined });
  }

  // A run may begin in a tab that has never been seen.
  store.subscribe((state, previous) => {
    if (document.visibilityState !== 'hidden') return;
    if (state.status !== previous.status || state.trainsHidden !== previous.trainsHidden) rest();
  });
  document.addEventListener('visibilitychange', changed);
  // Back from the browser's cache of pages, which may not say that it is visible.
  window.addEventListener('pageshow', changed);
}
