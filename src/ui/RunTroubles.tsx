/** What happened to the run on screen, and what can be done: it never just stops. */
import { useStore } from 'zustand';
import english from '../messages/en/ui/run-troubles.json';
import { formatNumber } from '../messages/numbers.ts';
import { createWords } from '../messages/words.ts';
import { configurationFields, type NumberField } from '../model/fields.ts';
import type { Autosave } from '../state/autosave/autosave.ts';
import { newestStep, wantedStep } from '../state/selectors.ts';
import { formatCount, formatRate } from './format.ts';
import { usePageState, useRunPage } from './hooks/page.ts';

const words = createWords('ui/run-troubles', english);

const smallestRate = (configurationFields.learningRate as NumberField).minimum;

/** Notices about the run; nothing when all is well. */
export default function RunTroubles() {
  const { autosave } = useRunPage();
  return (
    <>
      <StoppedRun />
      <WantedStep />
      <RecoveredRun />
      <SlowRun />
      {autosave !== undefined && <UnkeptRun autosave={autosave} />}
    </>
  );
}

/** A run that diverged or lost its worker. */
function StoppedRun() {
  const { controller } = useRunPage();
  const problem = usePageState((state) => state.problem);
  const learningRate = usePageState(
    (state) => (state.runConfiguration ?? state.configuration).learningRate,
  );
  const newest = usePageState(newestStep);
  if (problem === undefined) return null;
  const { kind, message, goesOnFrom } = problem;
  const again = goesOnFrom === undefined ? 0 : Math.max(0, newest - goesOnFrom);
  const wayOut = goesOnFrom === undefined ? 'resetToStart' : again === 0 ? 'nothingLost' : 'goesOn';
  const slower = Math.max(smallestRate, Number((learningRate / 10).toPrecision(2)));
  return (
    <div className="notice notice-problem">
      <p>{kind === 'failed' ? words(wayOut, { message, count: again }) : message}</p>
      {goesOnFrom !== undefined && (
        <button type="button" onClick={() => void controller.goOn()}>
          {words('goOnFrom', { step: formatCount(goesOnFrom) })}
        </button>
      )}
      {kind === 'diverged' && slower < learningRate && (
        <button type="button" onClick={() => void controller.reset({ learningRate: slower })}>
          {words('resetSlower', { rate: formatNumber(slower, { maximumSignificantDigits: 2 }) })}
        </button>
      )}
      <button type="button" onClick={() => void controller.reset()}>
        {words('reset')}
      </button>
    </div>
  );
}

/** A run whose device was lost, and which went on by itself. */
function RecoveredRun() {
  const { controller } = useRunPage();
  const message = usePageState((state) => state.recovery?.message);
  if (message === undefined) return null;
  return (
    <div className="notice">
      <p>{message}</p>
      <button type="button" onClick={() => controller.dismissRecovery()}>
        {words('dismiss')}
      </button>
    </div>
  );
}

/** A run that has become much slower by itself. */
function SlowRun() {
  const slowness = usePageState((state) => state.slowness);
  if (slowness === undefined) return null;
  return (
    <div className="notice">
      <p>
        {words('slowedDown', {
          usual: formatRate(slowness.usual),
          present: formatRate(slowness.present),
        })}
      </p>
    </div>
  );
}

/** A run that would not survive a reload. */
function UnkeptRun({ autosave }: { readonly autosave: Autosave }) {
  const problem = useStore(autosave.state, (state) => state.problem);
  if (problem === undefined) return null;
  return (
    <div className="notice">
      <p>{words(problem)}</p>
      <button type="button" onClick={() => autosave.dismissProblem()}>
        {words('dismiss')}
      </button>
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
      <p>{words('aboutStep', { step: formatCount(step) })}</p>
      <button type="button" onClick={() => void controller.train(step)}>
        {words('trainTo', { step: formatCount(step) })}
      </button>
    </div>
  );
}
