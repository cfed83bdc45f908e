/** The run on screen, to be handed on: a link, its files, a citation. */
import { useState } from 'react';
import { version } from '../../../package.json';
import { isRecording, viewedSnapshot } from '../../state/selectors.ts';
import type { RunFileFormat } from '../../state/share/run-files.ts';
import type { PageState } from '../../state/store.ts';
import { formatCount, settingsInWords } from '../format.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { saveFile } from '../save-file.ts';
import { pageCitation, paperCitation } from './citation.ts';
import { OwnMachine } from './OwnMachine.tsx';
import { Snippet } from './Snippet.tsx';
import { openedNetwork } from './shared-address.ts';
import { shortQuery } from './shown-settings.ts';

const formats: readonly {
  readonly format: RunFileFormat;
  readonly label: string;
  readonly about: string;
}[] = [
  { format: 'recording', label: 'Recording', about: 'circles, heatmaps and curves over the steps' },
  { format: 'safetensors', label: 'Weights', about: 'safetensors, for PyTorch and “Look inside”' },
  { format: 'json', label: 'Measures, JSON', about: 'every number of every kept step' },
  { format: 'csv', label: 'Measures, CSV', about: 'the same as a table' },
];

/** Link, files, citations. */
export function RunPart() {
  const query = usePageState(shortQuery);
  const words = usePageState(runWords);
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
      <p className="share-note">On screen: {words}.</p>
      {file !== undefined && (
        <p className="share-note">
          A link cannot hold a file of yours: send the file itself. Its weights and measures are
          saved with the buttons above the pictures.
        </p>
      )}
      <OwnMachine />
      {file === undefined && <Snippet title="Link" text={address} copyLabel="Copy link" rows={2} />}
      {isLive && (
        <p className="share-note">
          The link holds the settings, not the weights: whoever opens it trains the same network, to
          the same step. The recording shows exactly what you see.
        </p>
      )}
      {file === undefined && <Files address={address} />}
      <Snippet title="Cite the paper" text={paperCitation} copyLabel="Copy BibTeX" rows={4} />
      <Snippet
        title="Cite this page and run"
        text={pageCitation({ words, address, version, today: new Date() })}
        copyLabel="Copy BibTeX of the page"
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
              `${paperCitation}\n\n${pageCitation({ words, address, version, today: new Date() })}\n`,
            )
          }
        >
          Save both as .bib
        </button>
      </p>
    </div>
  );
}

function runWords(state: PageState): string {
  const file = openedNetwork(state);
  if (file !== undefined) {
    const { configuration: own, splitKnown } = file.summary;
    return `the network of ${file.files.name}, ${settingsInWords(own, splitKnown)}`;
  }
  const { runConfiguration, configuration } = state;
  const settings = settingsInWords(runConfiguration ?? configuration, true);
  const step = viewedSnapshot(state)?.result.step;
  return step === undefined ? settings : `${settings}, step ${formatCount(step)}`;
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
    setSaid('Writing the file …');
    const file = await runFiles.save(format, address);
    setBusy(false);
    setSaid(file.ok ? `Saved as ${file.name}. ${file.note ?? ''}` : file.message);
    if (file.ok) saveFile(file.name, file.type, file.contents);
  }

  if (!hasRun) {
    return (
      <p className="share-note">Train a network, or open a recorded one, to save files of it.</p>
    );
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
              {label}
            </button>
            <span>{about}</span>
          </li>
        ))}
      </ul>
      <p role="status" className="share-note">
        {said === '' ? 'Drop any of these on the page, and it opens again.' : said}
      </p>
    </div>
  );
}
