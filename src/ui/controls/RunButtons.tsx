/** Train, pause, step, reset, new seed. */
import { settingsDiffer } from '../../state/store.ts';
import { usePage, usePageState } from '../hooks/page.ts';

/** The one large button and its small neighbours. */
export function RunButtons() {
  const { controller } = usePage();
  const status = usePageState((state) => state.status);
  const differ = usePageState(settingsDiffer);
  const finished = status === 'done' && !differ;
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
          disabled={status === 'loading' || finished}
          onClick={() => void controller.train()}
        >
          {status === 'loading' ? (
            'Starting …'
          ) : finished ? (
            'Finished'
          ) : (
            <>
              <span aria-hidden="true">▶</span> {differ ? 'Train these settings' : 'Train'}
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
