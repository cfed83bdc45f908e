/** A run of an earlier visit that can go on, as long as nothing else is on screen. */
import { useStore } from 'zustand';
import english from '../messages/en/ui/kept-run-offer.json';
import { createWords } from '../messages/words.ts';
import type { Autosave, KeptRunHeader } from '../state/autosave/autosave.ts';
import { formatAge, formatCount, settingsInWords } from './format.ts';
import { usePageState, useRunPage } from './hooks/page.ts';

const words = createWords('ui/kept-run-offer', english);

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
        <p>{words('looking')}</p>
        <button type="button" aria-disabled="true">
          {words('goOn')}
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
        {words(refusal !== undefined ? 'tryAgain' : isFinished ? 'showAgain' : 'goOn')}
      </button>
      <button type="button" onClick={() => autosave.postpone()}>
        {words('notNow')}
      </button>
      {others > 0 && (
        <button type="button" onClick={() => autosave.showOther()}>
          {words('otherRuns', { count: others })}
        </button>
      )}
      <button type="button" onClick={() => void autosave.discard()}>
        {words('forget')}
      </button>
    </div>
  );
}

/** Which run it is and where it stands. */
function inWords({ configuration, step, savedAt }: KeptRunHeader): string {
  const { steps } = configuration;
  return words(step >= steps ? 'finished' : 'stopped', {
    settings: settingsInWords(configuration, true),
    step: formatCount(step),
    steps: formatCount(steps),
    when: formatAge(Date.now() - savedAt),
  });
}
