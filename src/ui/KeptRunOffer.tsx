/** A run of an earlier visit that can go on, as long as nothing else is on screen. */
import { useStore } from 'zustand';
import type { Autosave, KeptRunHeader } from '../state/autosave/autosave.ts';
import { formatAge, formatCount, settingsInWords } from './format.ts';
import { usePageState, useRunPage } from './hooks/page.ts';

/** Nothing where no run is kept. */
export default function KeptRunOffer({ autosave }: { readonly autosave: Autosave }) {
  const { controller, store } = useRunPage();
  const { isLooking, offer, others, refusal } = useStore(autosave.state);
  const isIdle = usePageState(
    ({ status, page, awaitedRun }) => status === 'idle' && page.run === '' && awaitedRun === '',
  );
  if (!isIdle) return null;
  if (offer === undefined) {
    // Its place is kept, so that nothing moves when it comes.
    return isLooking ? (
      <div className="notice">
        <p>Looking for your last run …</p>
        <button type="button" aria-disabled="true">
          Go on with it
        </button>
      </div>
    ) : null;
  }

  async function goOn(): Promise<void> {
    const stopped = await autosave.take();
    if (stopped === undefined) return;
    const { page } = store.getState();
    if (page.view === 'story') store.setState({ page: { ...page, view: 'lab' } });
    await controller.goOnWith(stopped);
  }

  const { configuration, step } = offer;
  const isFinished = step >= configuration.steps;
  return (
    <div className="notice">
      <p>{refusal ?? inWords(offer)}</p>
      <button type="button" onClick={() => void goOn()}>
        {refusal !== undefined ? 'Try again' : isFinished ? 'Show it again' : 'Go on with it'}
      </button>
      <button type="button" onClick={() => autosave.postpone()}>
        Not now
      </button>
      {others > 0 && (
        <button type="button" onClick={() => autosave.showOther()}>
          {others === 1 ? 'Another kept run' : `${others} more kept runs`}
        </button>
      )}
      <button type="button" onClick={() => void autosave.discard()}>
        Forget it
      </button>
    </div>
  );
}

/** Which run it is and where it stands. */
function inWords({ configuration, step, savedAt }: KeptRunHeader): string {
  const { steps } = configuration;
  const where =
    step >= steps
      ? `finished at step ${formatCount(step)}`
      : `stopped at step ${formatCount(step)} of ${formatCount(steps)}`;
  const when = formatAge(Date.now() - savedAt);
  return `A run of yours (${settingsInWords(configuration, true)}) ${where}, ${when}. It is kept in this browser.`;
}
