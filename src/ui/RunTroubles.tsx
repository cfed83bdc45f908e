/** What happened to the run on screen, and what can be done: it never just stops. */
import { useStore } from 'zustand';
import { configurationFields, type NumberField } from '../model/fields.ts';
import type { Autosave } from '../state/autosave/autosave.ts';
import type { KeepProblem } from '../state/autosave/keeper.ts';
import { newestStep, wantedStep } from '../state/selectors.ts';
import { formatCount, formatRate } from './format.ts';
import { usePageState, useRunPage } from './hooks/page.ts';

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
  const wayOut =
    goesOnFrom === undefined
      ? 'Reset the run to start it again.'
      : again === 0
        ? 'No step of it is lost.'
        : `It can go on; ${formatCount(again)} ${again === 1 ? 'step is' : 'steps are'} made again.`;
  const slower = Math.max(smallestRate, Number((learningRate / 10).toPrecision(2)));
  return (
    <div className="notice notice-problem">
      <p>{kind === 'failed' ? `${message} ${wayOut}` : message}</p>
      {goesOnFrom !== undefined && (
        <button type="button" onClick={() => void controller.goOn()}>
          Go on from step {formatCount(goesOnFrom)}
        </button>
      )}
      {kind === 'diverged' && slower < learningRate && (
        <button type="button" onClick={() => void controller.reset({ learningRate: slower })}>
          Reset with learning rate {slower}
        </button>
      )}
      <button type="button" onClick={() => void controller.reset()}>
        Reset
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
        Dismiss
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
        Training has slowed down from about {formatRate(slowness.usual)} to{' '}
        {formatRate(slowness.present)} steps a second: the browser or the machine saves power, or
        something else keeps it busy. A charger, or this window in front of the others, may help.
      </p>
    </div>
  );
}

const unkept: Readonly<Record<KeepProblem, string>> = {
  full: 'There is no room left in this browser to keep the run: it is gone when this page is closed. Save it with “Share this run”, or make room on the disk.',
  unavailable:
    'This browser does not let the page keep the run, as private windows do: it is gone when this page is closed. Save it with “Share this run”.',
};

/** A run that would not survive a reload. */
function UnkeptRun({ autosave }: { readonly autosave: Autosave }) {
  const problem = useStore(autosave.state, (state) => state.problem);
  if (problem === undefined) return null;
  return (
    <div className="notice">
      <p>{unkept[problem]}</p>
      <button type="button" onClick={() => autosave.dismissProblem()}>
        Dismiss
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
