/** Train, pause, step, reset, new seed. */
import type { ReactNode } from 'react';
import english from '../../messages/en/ui/controls/run-buttons.json';
import { createWords } from '../../messages/words.ts';
import { configurationFields, type NumberField } from '../../model/fields.ts';
import { newestStep, wantedStep } from '../../state/selectors.ts';
import { settingsDiffer } from '../../state/store.ts';
import { formatCount } from '../format.ts';
import { Help } from '../help/Help.tsx';
import { usePage, usePageState } from '../hooks/page.ts';
import { Phrase } from '../Phrase.tsx';
import { ActionButton } from './ActionButton.tsx';
import { ScreenNote } from './ScreenNote.tsx';

const words = createWords('ui/controls/run-buttons', english);

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
      <PrimaryButton />
      <div className="run-buttons-small">
        <StepButton />
        <ActionButton
          unavailable={status === 'idle' || busy}
          onPress={() => void controller.reset()}
        >
          {words('reset')}
        </ActionButton>
        <ActionButton unavailable={busy} onPress={() => void controller.newSeed()}>
          {words('newSeed')}
        </ActionButton>
        <Help topic="runButtons" />
      </div>
      <div className="run-note">{differ ? <ChangedNote /> : <EarlierNote />}</div>
    </div>
  );
}

/** Always the same element, whatever it does now, so that it keeps the keyboard's focus. */
function PrimaryButton() {
  const { controller } = usePage();
  const status = usePageState((state) => state.status);
  const train = useTrainAction();
  const action = {
    training: { sign: '❚❚', label: words('pause'), press: () => void controller.pause() },
    loading: { sign: '✕', label: words('cancel'), press: () => controller.cancel() },
  };
  const { sign, label, press } =
    status === 'training' || status === 'loading' ? action[status] : train;
  return (
    <ActionButton
      className="primary-button"
      unavailable={press === undefined}
      onPress={() => press?.()}
    >
      <span aria-hidden="true">{sign}</span> {label}
    </ActionButton>
  );
}

/** What a press of the button would train; no `press` where there is nothing left. */
function useTrainAction() {
  const { controller } = usePage();
  const status = usePageState((state) => state.status);
  const differ = usePageState(settingsDiffer);
  const picturesOnly = usePageState((state) => state.picturesOnly);
  const steps = usePageState((state) => state.configuration.steps);
  const newest = usePageState(newestStep);
  // A link may be about a step of a run that has to be trained first.
  const goal = usePageState(wantedStep);
  const goesOn = usePageState((state) => state.problem?.goesOnFrom !== undefined) && !differ;
  const isFinished = status === 'done' && newest >= steps && !differ;
  const furtherSteps = Math.min(largestSteps, newest + moreSteps);
  const press = () => {
    if (isFinished) controller.change({ steps: furtherSteps });
    void controller.train(goal ?? undefined);
  };
  const label = goesOn
    ? words('goOn')
    : goal !== null
      ? words('trainToStep', { step: formatCount(goal) })
      : differ
        ? words('trainThese')
        : picturesOnly
          ? words('trainAgain')
          : isFinished
            ? words('trainTo', { step: formatCount(furtherSteps) })
            : words('train');
  return { sign: '▶', label, press: isFinished && furtherSteps <= newest ? undefined : press };
}

function StepButton() {
  const { controller } = usePage();
  const unavailable = usePageState(
    ({ status, picturesOnly }) =>
      picturesOnly || status === 'loading' || status === 'training' || status === 'done',
  );
  return (
    <ActionButton unavailable={unavailable} onPress={() => void controller.stepOnce()}>
      {words('step')}
    </ActionButton>
  );
}

/** The controls hold other settings than the run on screen. */
function ChangedNote() {
  const { controller } = usePage();
  const training = usePageState((state) => state.status === 'training');
  return (
    <p>
      <Phrase
        of={words}
        say={training ? 'changedWhileTraining' : 'changed'}
        parts={{
          train: <LinkButton onPress={() => void controller.train()} />,
          undo: <LinkButton onPress={() => controller.keepSettings()} />,
        }}
      />
    </p>
  );
}

function LinkButton(props: { readonly onPress: () => void; readonly children?: ReactNode }) {
  return (
    <button type="button" className="link-button" onClick={props.onPress}>
      {props.children}
    </button>
  );
}

/** A way back to the run that another one replaced, else what can be done now. */
function EarlierNote() {
  const { controller } = usePage();
  const status = usePageState((state) => state.status);
  const step = usePageState(({ earlier }) => earlier?.timeline.at(-1)?.result.step);
  if (step === undefined) {
    return (
      <p className="run-hint">
        {status === 'failed' ? '' : words(status)} {status === 'training' && <ScreenNote />}
      </p>
    );
  }
  return (
    <button type="button" className="link-button" onClick={() => controller.bringBack()}>
      {words('before', { step: formatCount(step) })}
    </button>
  );
}
