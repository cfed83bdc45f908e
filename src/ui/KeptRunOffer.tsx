/** A run of an earlier visit that can go on, as long as nothing else is on screen. */
import { useStore } from 'zustand';
import type { Autosave } from '../state/autosave/autosave.ts';
import { formatAge, formatCount, settingsInWords } from './format.ts';
import { usePageState, useRunPage } from './hooks/page.ts';

/** Nothing where no run is kept. */
export function KeptRunOffer() {
  const { autosave } = useRunPage();
  return autosave === undefined ? null : <Offer autosave={autosave} />;
}

function Offer({ autosave }: { readonly autosave: Autosave }) {
  const { controller, store } = useRunPage();
  const offer = useStore(autosave.state, (state) => state.offer);
  const refusal = useStore(autosave.state, (state) => state.refusal);
  const isIdle = usePageState(
    ({ status, page, awaitedRun }) => status === 'idle' && page.run === '' && awaitedRun === '',
  );
  if (offer === undefined || !isIdle) return null;
  const { configuration, step, savedAt } = offer;
  const isFinished = step >= configuration.steps;
  const where = isFinished
    ? `finished at step ${formatCount(step)}`
    : `stopped at step ${formatCount(step)} of ${formatCount(configuration.steps)}`;

  async function goOn(): Promise<void> {
    const stopped = await autosave.take();
    if (stopped === undefined) return;
    const { page } = store.getState();
    if (page.view === 'story') store.setState({ page: { ...page, view: 'lab' } });
    await controller.goOnWith(stopped);
  }

  return (
    <div className="notice">
      <p>
        {refusal ??
          `Your last run (${settingsInWords(configuration, true)}) ${where}, ${formatAge(Date.now() - savedAt)}. It is kept in this browser.`}
      </p>
      <button type="button" onClick={() => void goOn()}>
        {refusal !== undefined ? 'Try again' : isFinished ? 'Show it again' : 'Go on with it'}
      </button>
      <button type="button" onClick={() => void autosave.discard()}>
        Forget it
      </button>
    </div>
  );
}
