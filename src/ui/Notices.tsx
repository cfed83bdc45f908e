/** What the address got wrong and what stopped a run: one plain sentence each, with what to do. */

import { lazy, Suspense } from 'react';
import { wantedStep } from '../state/selectors.ts';
import { formatCount } from './format.ts';
import { usePageState, useRunPage } from './hooks/page.ts';
import { RunTroubles } from './RunTroubles.tsx';

/** Not loaded in a frame of another page, where nothing is kept. */
const KeptRunOffer = lazy(() => import('./KeptRunOffer.tsx'));

/** More notices than these are counted, not shown. */
const mostNotices = 5;

/** Messages above the pictures; nothing when all is well. */
export function Notices() {
  const { controller, autosave } = useRunPage();
  const notices = usePageState((state) => state.notices);
  const backend = usePageState((state) => state.backend);
  const p = usePageState((state) => (state.runConfiguration ?? state.configuration).p);
  return (
    <div className="notices" role="status">
      {autosave !== undefined && (
        <Suspense fallback={null}>
          <KeptRunOffer autosave={autosave} />
        </Suspense>
      )}
      <RunTroubles />
      <WantedStep />
      {backend?.asRequested === false && (
        <div className="notice">
          <p>{backend.reason}</p>
        </div>
      )}
      {!isPrime(p) && (
        <div className="notice">
          <p>
            {p} is not a prime number: circles whose frequency shares a factor with {p} cover only
            some of the places. They are marked.
          </p>
        </div>
      )}
      {notices.slice(0, mostNotices).map(({ name, message }, index) => (
        <div className="notice" key={name}>
          <p>{message}</p>
          <button type="button" onClick={() => controller.dismissNotice(index)}>
            Dismiss
          </button>
        </div>
      ))}
      {notices.length > mostNotices && (
        <div className="notice">
          <p>{notices.length - mostNotices} more parts of the address make no sense.</p>
        </div>
      )}
    </div>
  );
}

/** An address that names a step of a run which has to be trained first. */
function WantedStep() {
  const { controller } = useRunPage();
  const step = usePageState((state) =>
    state.status === 'training' || state.status === 'loading' ? null : wantedStep(state),
  );
  if (step === null) return null;
  return (
    <div className="notice">
      <p>
        This link is about step {formatCount(step)} of a run with these settings. The same settings
        and seed train the same network.
      </p>
      <button type="button" onClick={() => void controller.train(step)}>
        Train to step {formatCount(step)}
      </button>
    </div>
  );
}

function isPrime(p: number): boolean {
  for (let divisor = 2; divisor * divisor <= p; divisor++) {
    if (p % divisor === 0) return false;
  }
  return p > 1;
}
