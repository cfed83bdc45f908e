/** The run on screen, to be handed on: a link, its files, a citation. */
import { useState } from 'react';
import { version } from '../../../package.json';
import english from '../../messages/en/ui/share/run-part.json';
import { createWords } from '../../messages/words.ts';
import { isRecording, viewedSnapshot } from '../../state/selectors.ts';
import type { RunFileFormat } from '../../state/share/run-files.ts';
import type { PageState } from '../../state/store.ts';
import { formatCount, settingsInWords } from '../format.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { saveFile } from '../save-file.ts';
import { pageCitation, paperCitation } from './citation.ts';
import { citedRun } from './cited-run.ts';
import { OwnMachine } from './OwnMachine.tsx';
import { Snippet } from './Snippet.tsx';
import { openedNetwork } from './shared-address.ts';
import { shortQuery } from './shown-settings.ts';

const words = createWords('ui/share/run-part', english);

const formats = [
  { format: 'recording', label: 'recording', about: 'recordingHolds' },
  { format: 'safetensors', label: 'weights', about: 'weightsHold' },
  { format: 'json', label: 'measuresJson', about: 'measuresJsonHold' },
  { format: 'csv', label: 'measuresCsv', about: 'measuresCsvHold' },
] as const;

/** Link, files, citations. */
export function RunPart() {
  const query = usePageState(shortQuery);
  const run = usePageState(runInWords);
  const cited = usePageState(citedRun);
  const file = usePageState(openedNetwork);
  const isLive = usePageState(
    (state) =>
      openedNetwork(state) === undefined && !isRecording(state) && state.timeline.length > 0,
  );
  const base = new URL('.', document.baseURI).href;
  // A file of one's own is at no address.
  const address = file === undefined ? `${base}?${query}` : base;
  return (
    <div className="share-run-part">
      <p className="share-note">{words('onScreen', { run })}</p>
      {file !== undefined && <p className="share-note">{words('fileNote')}</p>}
      <OwnMachine />
      {file === undefined && (
        <Snippet title={words('link')} text={address} copyLabel={words('copyLink')} rows={2} />
      )}
      {isLive && <p className="share-note">{words('liveNote')}</p>}
      {file === undefined && <Files address={address} />}
      <Snippet
        title={words('citePaper')}
        text={paperCitation}
        copyLabel={words('copyBibtex')}
        rows={4}
      />
      <Snippet
        title={words('citePage')}
        text={pageCitation({ words: cited, address, version, today: new Date() })}
        copyLabel={words('copyPageBibtex')}
        rows={4}
      />
      <p className="share-note">
        <button
          type="button"
          className="chip"
          onClick={() =>
            saveFile(
              'clock-and-pizza.bib',
              'application/x-bibtex',
              `${paperCitation}\n\n${pageCitation({ words: cited, address, version, today: new Date() })}\n`,
            )
          }
        >
          {words('saveBoth')}
        </button>
      </p>
    </div>
  );
}

function runInWords(state: PageState): string {
  const file = openedNetwork(state);
  if (file !== undefined) {
    const { configuration: own, splitKnown } = file.summary;
    const settings = settingsInWords(own, splitKnown);
    return words('networkOfFile', { file: file.files.name, settings });
  }
  const { runConfiguration, configuration } = state;
  const settings = settingsInWords(runConfiguration ?? configuration, true);
  const step = viewedSnapshot(state)?.result.step;
  return step === undefined ? settings : words('runAtStep', { settings, step: formatCount(step) });
}

function savedText(file: string, note: string | undefined): string {
  return note === undefined ? words('saved', { file }) : words('savedWithNote', { file, note });
}

/** Files of the run. Each opens here again when it is dropped on the page. */
function Files({ address }: { readonly address: string }) {
  const { runFiles } = usePage();
  const hasRun = usePageState((state) => state.timeline.length > 0);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);

  async function save(format: RunFileFormat) {
    if (busy || runFiles === undefined) return;
    setBusy(true);
    setSaid(words('writing'));
    const file = await runFiles.save(format, address);
    setBusy(false);
    setSaid(file.ok ? savedText(file.name, file.note) : file.message);
    if (file.ok) saveFile(file.name, file.type, file.contents);
  }

  if (!hasRun) {
    return <p className="share-note">{words('nothingToSave')}</p>;
  }
  return (
    <div className="share-files">
      <ul>
        {formats.map(({ format, label, about }) => (
          <li key={format}>
            <button
              type="button"
              className="chip"
              aria-disabled={busy}
              onClick={() => void save(format)}
            >
              {words(label)}
            </button>
            <span>{words(about)}</span>
          </li>
        ))}
      </ul>
      <p role="status" className="share-note">
        {said === '' ? words('dropHint') : said}
      </p>
    </div>
  );
}
