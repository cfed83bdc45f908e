/** Three steps for who is here for the first time. */
import { useEffect, useState } from 'react';
import english from '../../messages/en/ui/help/first-steps.json';
import { createWords } from '../../messages/words.ts';
import { usePage } from '../hooks/page.ts';
import { further, knowsFirstSteps, noSteps, rememberFirstSteps } from './first-steps.ts';

const words = createWords('ui/help/first-steps', english);

const steps = ['train', 'watch', 'again'] as const;

/** Decided once, so that nothing comes or goes by itself later. */
export function FirstStepsHint() {
  const { store } = usePage();
  const [shown, setShown] = useState(() => {
    const { embed, autorun } = store.getState().page;
    return embed === '' && !autorun && !knowsFirstSteps();
  });
  const [{ done }, setProgress] = useState(noSteps);
  useEffect(() => {
    if (!shown) return undefined;
    return store.subscribe((state) => {
      setProgress((before) => {
        const after = further(before, state);
        return String(after.done) === String(before.done) ? before : after;
      });
    });
  }, [store, shown]);
  if (!shown) return null;

  function dismiss() {
    rememberFirstSteps();
    setShown(false);
    // The button that had the focus is gone: the first step is next.
    document.querySelector<HTMLElement>('.primary-button')?.focus();
  }

  return (
    <section
      className="first-steps"
      aria-label={words('title')}
      onKeyDown={({ key }) => {
        if (key === 'Escape') dismiss();
      }}
    >
      <ol>
        {steps.map((step, index) => (
          <li key={step} data-done={done[index]}>
            <span className="first-steps-number" aria-hidden="true">
              {done[index] ? '✓' : index + 1}
            </span>
            <span>
              {words(step)}
              {done[index] && <span className="visually-hidden"> {words('done')}</span>}
            </span>
          </li>
        ))}
      </ol>
      <button type="button" className="quiet-button" onClick={dismiss}>
        {words('dismiss')}
      </button>
    </section>
  );
}
