/** What the address got wrong and what stopped a run: one plain sentence each, with what to do. */

import { configurationFields, type NumberField } from '../model/fields.ts';
import { wantedStep } from '../state/selectors.ts';
import { formatCount } from './format.ts';
import { usePageState, useRunPage } from './hooks/page.ts';

const smallestRate = (configurationFields.learningRate as NumberField).minimum;
/** More notices than these are counted, not shown. */
const mostNotices = 5;

/** Messages above the pictures; nothing when all is well. */
export function Notices() {
  const { controller } = useRunPage();
  const notices = usePageState((state) => state.notices);
  const problem = usePageState((state) => state.problem);
  const backend = usePageState((state) => state.backend);
  const learningRate = usePageState(
    (state) => (state.runConfiguration ?? state.configuration).learningRate,
  );
  const p = usePageState((state) => (state.runConfiguration ?? state.configuration).p);
  const slower = Math.max(smallestRate, Number((learningRate / 10).toPrecision(2)));
  return (
    <div className="notices" role="status">
      {problem !== undefined && (
        <div className="notice notice-problem">
          <p>{problem.message}</p>
          {problem.kind === 'diverged' && slower < learningRate && (
            <button type="button" onClick={() => void controller.reset({ learningRate: slower })}>
              Reset with learning rate {slower}
            </button>
          )}
          <button type="button" onClick={() => void controller.reset()}>
            Reset
          </button>
        </div>
      )}
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
