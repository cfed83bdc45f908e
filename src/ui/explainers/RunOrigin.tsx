/** Says plainly whether the run on screen is trained now or played again. */
import { findRecordedRun } from '../../model/recorded-runs.ts';
import { formatCount, formatDuration, settingsInWords } from '../format.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { useRecording } from '../hooks/recordings.ts';

/** One line above the pictures of a run. */
export function RunOrigin() {
  const name = usePageState(({ page }) => page.run);
  const hasRun = usePageState(({ runConfiguration }) => runConfiguration !== undefined);
  const file = usePageState(({ openedFrom }) => openedFrom);
  if (name !== '') return <Recorded name={name} />;
  if (file !== '') return <Opened file={file} />;
  return <p className="run-origin">{hasRun ? <Live /> : 'Nothing has been trained yet.'}</p>;
}

function Live() {
  const configuration = usePageState((state) => state.runConfiguration ?? state.configuration);
  return (
    <>
      <b>Live:</b> trained on this machine, {settingsInWords(configuration, true)}.
    </>
  );
}

function Opened({ file }: { readonly file: string }) {
  const configuration = usePageState((state) => state.runConfiguration ?? state.configuration);
  return (
    <p className="run-origin">
      <b>Opened from {file}:</b> {settingsInWords(configuration, true)}.
    </p>
  );
}

function Recorded({ name }: { readonly name: string }) {
  const recording = useRecording(name, true);
  const { store } = usePage();
  const description = findRecordedRun(name);
  const configuration = usePageState((state) => state.runConfiguration ?? state.configuration);
  const run = recording?.phase === 'ready' ? recording.run : undefined;
  const last = run?.snapshots.at(-1)?.result.step ?? 0;
  return (
    <p className="run-origin">
      <b>Recorded</b> ({description?.label}): {settingsInWords(configuration, true)}, trained
      beforehand with this project’s command line, {formatCount(last)} steps in{' '}
      {formatDuration(run?.seconds ?? 0)}.{' '}
      <button
        type="button"
        className="link-button"
        onClick={() => {
          store.setState(({ page }) => ({ page: { ...page, view: 'lab' } }));
          window.scrollTo(0, 0);
        }}
      >
        See all of it
      </button>
    </p>
  );
}
