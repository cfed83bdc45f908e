/** Train, pause, step, reset, new seed. */
import { configurationFields, type NumberField } from '../../model/fields.ts';
import { newestStep } from '../../state/selectors.ts';
import { settingsDiffer } from '../../state/store.ts';
import { formatCount } from '../format.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { ActionButton } from './ActionButton.tsx';

/** How much further a finished run goes at the press of the button. */
const moreSteps = 5000;
const largestSteps = (configurationFields.steps as NumberField).maximum;

/** The one large button and its small neighbours. */
export function RunButtons() {
  const { controller } = usePage();
  const status = usePageState((state) => state.status);
  const differ = usePageState(settingsDiffer);
  const busy = status === 'loading';
  return (
    <div className="run-buttons">
      {status === 'training' ? (
        <ActionButton className="primary-button" onPress={() => void controller.pause()}>
          <span aria-hidden="true">❚❚</span> Pause
        </ActionButton>
      ) : (
        <TrainButton />
      )}
      <div className="run-buttons-small">
        <StepButton />
        <ActionButton
          unavailable={status === 'idle' || busy}
          onPress={() => void controller.reset()}
          title="This run back at step 0, with the same initial weights"
        >
          Reset
        </ActionButton>
        <ActionButton
          unavailable={busy}
          onPress={() => void controller.newSeed()}
          title="This run again with other initial weights and another split"
        >
          New seed
        </ActionButton>
      </div>
      <div className="run-note">{differ ? <ChangedNote /> : <EarlierNote />}</div>
    </div>
  );
}

function TrainButton() {
  const { controller } = usePage();
  const status = usePageState((state) => state.status);
  const differ = usePageState(settingsDiffer);
  const picturesOnly = usePageState((state) => state.picturesOnly);
  const steps = usePageState((state) => state.configuration.steps);
  const newest = usePageState(newestStep);
  const isFinished = status === 'done' && newest >= steps && !differ;
  const furtherSteps = Math.min(largestSteps, newest + moreSteps);
  const label = differ
    ? 'Train these settings'
    : picturesOnly
      ? 'Train it again'
      : isFinished
        ? `Train to ${formatCount(furtherSteps)}`
        : 'Train';
  return (
    <ActionButton
      className="primary-button"
      unavailable={status === 'loading' || (isFinished && furtherSteps <= newest)}
      onPress={() => {
        if (isFinished) controller.change({ steps: furtherSteps });
        void controller.train();
      }}
    >
      {status === 'loading' ? (
        'Starting …'
      ) : (
        <>
          <span aria-hidden="true">▶</span> {label}
        </>
      )}
    </ActionButton>
  );
}

function StepButton() {
  const { controller } = usePage();
  const unavailable = usePageState(
    ({ status, picturesOnly }) =>
      picturesOnly || status === 'loading' || status === 'training' || status === 'done',
  );
  return (
    <ActionButton
      unavailable={unavailable}
      onPress={() => void controller.stepOnce()}
      title="One update"
    >
      Step
    </ActionButton>
  );
}

/** The controls hold other settings than the run on screen. */
function ChangedNote() {
  const { controller } = usePage();
  const training = usePageState((state) => state.status === 'training');
  return (
    <p>
      Settings changed, the pictures show the run before.{' '}
      {training && (
        <>
          <button type="button" className="link-button" onClick={() => void controller.train()}>
            Train these settings
          </button>{' '}
          or{' '}
        </>
      )}
      <button type="button" className="link-button" onClick={() => controller.keepSettings()}>
        Undo the changes
      </button>
    </p>
  );
}

/** A way back to the run that another one replaced. */
function EarlierNote() {
  const { controller } = usePage();
  const step = usePageState(({ earlier }) => earlier?.timeline.at(-1)?.result.step);
  if (step === undefined) return null;
  return (
    <button type="button" className="link-button" onClick={() => controller.bringBack()}>
      Look at the run before this one (step {formatCount(step)})
    </button>
  );
}
