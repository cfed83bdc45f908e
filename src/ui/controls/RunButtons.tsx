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
  const steps = usePageState((state) => state.configuration.steps);
  const newest = usePageState(newestStep);
  const isFinished = status === 'done' && newest >= steps && !differ;
  const furtherSteps = Math.min(largestSteps, newest + moreSteps);
  return (
    <div className="run-buttons">
      {status === 'training' && !differ ? (
        <ActionButton className="primary-button" onPress={() => void controller.pause()}>
          <span aria-hidden="true">❚❚</span> Pause
        </ActionButton>
      ) : (
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
              <span aria-hidden="true">▶</span>{' '}
              {differ
                ? 'Train these settings'
                : isFinished
                  ? `Train to ${formatCount(furtherSteps)}`
                  : 'Train'}
            </>
          )}
        </ActionButton>
      )}
      <div className="run-buttons-small">
        {status === 'training' && differ ? (
          <ActionButton
            onPress={() => void controller.pause()}
            title="Stops the run whose pictures are on screen"
          >
            Pause
          </ActionButton>
        ) : (
          <ActionButton
            unavailable={status === 'loading' || status === 'training' || status === 'done'}
            onPress={() => void controller.stepOnce()}
            title="One update"
          >
            Step
          </ActionButton>
        )}
        <ActionButton
          unavailable={status === 'idle' || status === 'loading'}
          onPress={() => void controller.reset()}
          title="Back to step 0 with the same initial weights"
        >
          Reset
        </ActionButton>
        <ActionButton
          unavailable={status === 'loading'}
          onPress={() => void controller.newSeed()}
          title="Other initial weights, another split"
        >
          New seed
        </ActionButton>
      </div>
      {differ && (
        <p className="settings-changed">
          The settings have changed; the pictures still show the earlier run.{' '}
          <button type="button" className="link-button" onClick={() => controller.keepSettings()}>
            Undo the changes
          </button>
        </p>
      )}
    </div>
  );
}
