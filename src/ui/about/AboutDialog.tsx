/** What this page is, where it trains, and a report for whoever has to find out what went wrong. */
import { type ReactNode, useEffect, useState } from 'react';
import { version } from '../../../package.json';
import english from '../../messages/en/ui/about/about-dialog.json';
import { languages } from '../../messages/languages.ts';
import { listed } from '../../messages/lists.ts';
import { createWords, spokenLanguage } from '../../messages/words.ts';
import { backendInWords } from '../controls/backend-words.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { PageDialog } from '../PageDialog.tsx';
import { Phrase } from '../Phrase.tsx';
import { Snippet } from '../share/Snippet.tsx';
import { openedNetwork } from '../share/shared-address.ts';
import { shortQuery } from '../share/shown-settings.ts';
import { type GpuFacts, type MachineFacts, machineFacts } from './machine-facts.ts';
import { reportText } from './report.ts';

const words = createWords('ui/about/about-dialog', english);

/** Commit and day; nothing while the page is developed. */
const build = (import.meta.env.VITE_BUILD as string | undefined) ?? '';

/** About this page. The machine is asked when it opens, not before. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const [machine, setMachine] = useState<MachineFacts>();
  useEffect(() => {
    void machineFacts().then(setMachine);
  }, []);
  const backend = usePageState((state) => state.backend);
  return (
    <PageDialog title={words('title')} onClose={onClose}>
      <dl className="about-facts">
        <Fact name={words('version')}>
          {build === '' ? version : words('versionOfBuild', { version, build })}
        </Fact>
        <Fact name={words('paper')}>
          <Phrase of={words} say="paperText" parts={{ paper: <Paper /> }} />
        </Fact>
        <Fact name={words('licence')}>{words('licenceText')}</Fact>
        <Fact name={words('languages')}>{listed(languages.map(({ name }) => name))}</Fact>
        <Fact name={words('engine')}>
          {backend === undefined ? words('noEngine') : backendInWords(backend)}
        </Fact>
        <Fact name={words('gpu')}>
          {machine === undefined ? words('asking') : gpuInWords(machine.gpu)}
        </Fact>
        <Fact name={words('offline')}>
          {machine === undefined ? words('asking') : words(machine.isKept ? 'kept' : 'notKept')}
        </Fact>
      </dl>
      <p className="share-note">{words('reportAbout')}</p>
      {machine === undefined ? (
        <p role="status">{words('asking')}</p>
      ) : (
        <Report machine={machine} />
      )}
    </PageDialog>
  );
}

/** As it is when the dialog is opened: a text that changes could not be selected. */
function Report({ machine }: { readonly machine: MachineFacts }) {
  const { store } = usePage();
  const [text] = useState(() => {
    const state = store.getState();
    const base = new URL('.', document.baseURI).href;
    // A file of one's own is at no address.
    const address = openedNetwork(state) === undefined ? `${base}?${shortQuery(state)}` : base;
    return reportText({ version, build, address, language: spokenLanguage() }, state, machine);
  });
  return <Snippet title={words('report')} text={text} copyLabel={words('copyReport')} rows={10} />;
}

function Fact(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Paper({ children }: { readonly children?: ReactNode }) {
  return <a href="https://arxiv.org/abs/2306.17844">{children}</a>;
}

function gpuInWords(gpu: GpuFacts): string {
  if (gpu.kind !== 'adapter') return words(gpu.kind);
  return gpu.name === '' ? words('unnamed') : gpu.name;
}
