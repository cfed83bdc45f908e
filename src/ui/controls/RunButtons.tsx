/** Train, pause, step, reset, new seed. */
import { configurationFields, type NumberField } from '../../model/fields.ts';
import { newestStep } from '../../state/selectors.ts';
import { settingsDiffer } from '../../state/store.ts';
import { formatCount } from '../format.ts';
import { usePage, usePageState } from '../hooks/page.ts';

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
        <button type="button" className="primary-button" onClick={() => void controller.pause()}>
          <span aria-hidden="true">❚❚</span> Pause
        </button>
      ) : (
        <button
          type="button"
          className="primary-button"
          disabled={status === 'loading'}
          onClick={() => {
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
        </button>
      )}
      <div className="run-buttons-small">
        <button
          type="button"
          disabled={status === 'loading' || status === 'training' || status === 'done'}
          onClick={() => void controller.stepOnce()}
          title="One update"
        >
          Step
        </button>
        <button
          type="button"
          disabled={status === 'idle' || status === 'loading'}
          onClick={() => void controller.reset()}
          title="Back to step 0 with the same initial weights"
        >
          Reset
        </button>
        <button
          type="button"
          disabled={status === 'loading'}
          onClick={() => void controller.newSeed()}
          title="Other initial weights, another split"
        >
          New seed
        </button>
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
