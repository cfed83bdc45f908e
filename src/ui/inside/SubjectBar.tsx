/** Which network is looked into, where it comes from, and how far its analysis is. */

import english from '../../messages/en/ui/inside/subject-bar.json';
import { createWords } from '../../messages/words.ts';
import type { Subject } from '../../state/inspection.ts';
import { viewedSnapshot } from '../../state/selectors.ts';
import { formatCount, settingsInWords } from '../format.ts';
import { useInspection, usePage, usePageState } from '../hooks/page.ts';
import { ExportButtons } from './ExportButtons.tsx';
import { OpenButton } from './OpenButton.tsx';

const words = createWords('ui/inside/subject-bar', english);

/** The bar above the inside views. */
export function SubjectBar() {
  const subject = useInspection((state) => state.subject);
  const ready = useInspection((state) => state.phase === 'ready');
  return (
    <section className="card subject-bar" aria-label={words('label')}>
      <div className="subject-name">
        <h2>{subject === undefined ? words('emptyTitle') : subjectTitle(subject)}</h2>
        <p>{subject === undefined ? words('emptyText') : subjectText(subject)}</p>
        {subject?.summary.notes.map((note) => (
          <p key={note} className="subject-note">
            {note}
          </p>
        ))}
      </div>
      <div className="subject-actions">
        <RunActions />
        <AgainButton />
        <OpenButton />
        {ready && <ExportButtons />}
      </div>
      <AnalysisProgress />
      <Problem />
    </section>
  );
}

function subjectTitle({ kind, ...subject }: Subject): string {
  if (kind === 'file' && 'files' in subject) return subject.files.name;
  return words('runTitle', { step: formatCount(subject.summary.step ?? 0) });
}

function subjectText({ summary, kind }: Subject): string {
  const { configuration, layout, step, splitKnown } = summary;
  // A seed says nothing about a network that was not trained here.
  const settings = settingsInWords(configuration, splitKnown);
  return kind === 'file' && step !== null
    ? words('subjectAtStep', { settings, step: formatCount(step), layout })
    : words('subject', { settings, layout });
}

/** Ways back to the run on screen. */
function RunActions() {
  const { controller, inspection } = usePage();
  const status = usePageState((state) => state.status);
  const step = usePageState((state) => viewedSnapshot(state)?.result.step);
  const kind = useInspection(({ subject }) => subject?.kind);
  if (status === 'training') {
    return (
      <button type="button" className="chip chip-strong" onClick={() => void controller.pause()}>
        {words('pause')}
      </button>
    );
  }
  if (kind !== 'file' || step === undefined || status === 'loading') return null;
  return (
    <button type="button" className="chip" onClick={() => void inspection.inspectRun()}>
      {words('back', { step: formatCount(step) })}
    </button>
  );
}

/** After an analysis was cancelled or failed. */
function AgainButton() {
  const { inspection } = usePage();
  const missing = useInspection(
    ({ subject, phase, inspection: analysis }) =>
      subject !== undefined && analysis === undefined && (phase === 'empty' || phase === 'failed'),
  );
  if (!missing) return null;
  return (
    <button type="button" className="chip chip-strong" onClick={() => void inspection.again()}>
      {words('analyse')}
    </button>
  );
}

function AnalysisProgress() {
  const { inspection } = usePage();
  const phase = useInspection((state) => state.phase);
  const progress = useInspection((state) => state.progress);
  if (phase !== 'analysing' && phase !== 'opening') return null;
  const done = progress?.done ?? 0;
  return (
    <div className="analysis-progress">
      <progress aria-label={words('analysis')} value={done} max={1} />
      <span>{phase === 'opening' ? words('opening') : (progress?.part ?? '')}</span>
      <button type="button" className="link-button" onClick={() => inspection.cancel()}>
        {words('cancel')}
      </button>
    </div>
  );
}

function Problem() {
  const { inspection } = usePage();
  const problem = useInspection((state) => state.problem);
  return (
    <div role="alert" className="subject-problem">
      {problem !== undefined && (
        <div className="notice">
          <p>{problem}</p>
          <button type="button" onClick={() => inspection.dismissProblem()}>
            {words('dismiss')}
          </button>
        </div>
      )}
    </div>
  );
}
