/** Says plainly whether the run on screen is trained now or played again. */
import { Fragment } from 'react';
import english from '../../messages/en/ui/explainers/run-origin.json';
import { createWords } from '../../messages/words.ts';
import { findRecordedRun } from '../../model/recorded-runs.ts';
import { formatDuration, settingsInWords } from '../format.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { useRecording } from '../hooks/recordings.ts';
import { Phrase } from '../Phrase.tsx';

const words = createWords('ui/explainers/run-origin', english);

/** One line above the pictures of a run. */
export function RunOrigin() {
  const name = usePageState(({ page }) => page.run);
  const hasRun = usePageState(({ runConfiguration }) => runConfiguration !== undefined);
  const file = usePageState(({ openedFrom }) => openedFrom);
  if (name !== '') return <Recorded name={name} />;
  if (file !== '') return <Opened file={file} />;
  return <p className="run-origin">{hasRun ? <Live /> : words('nothingYet')}</p>;
}

function Live() {
  const configuration = usePageState((state) => state.runConfiguration ?? state.configuration);
  return (
    <Phrase
      of={words}
      say="live"
      values={{ settings: settingsInWords(configuration, true) }}
      parts={{ b: <b /> }}
    />
  );
}

function Opened({ file }: { readonly file: string }) {
  const configuration = usePageState((state) => state.runConfiguration ?? state.configuration);
  return (
    <p className="run-origin">
      <Phrase
        of={words}
        say="opened"
        values={{ settings: settingsInWords(configuration, true) }}
        parts={{ b: <b />, file: <Fragment>{file}</Fragment> }}
      />
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
      <Phrase
        of={words}
        say="recorded"
        values={{
          run: description?.label ?? name,
          settings: settingsInWords(configuration, true),
          steps: last,
          duration: formatDuration(run?.seconds ?? 0),
        }}
        parts={{
          b: <b />,
          all: (
            <button
              type="button"
              className="link-button"
              onClick={() => {
                store.setState(({ page }) => ({ page: { ...page, view: 'lab' } }));
                window.scrollTo(0, 0);
              }}
            />
          ),
        }}
      />
    </p>
  );
}
