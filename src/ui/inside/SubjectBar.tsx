/** Which network is looked into, where it comes from, and how far its analysis is. */
import type { Subject } from '../../state/inspection.ts';
import { viewedSnapshot } from '../../state/selectors.ts';
import { formatCount, settingsInWords } from '../format.ts';
import { useInspection, usePage, usePageState } from '../hooks/page.ts';
import { ExportButtons } from './ExportButtons.tsx';
import { OpenButton } from './OpenButton.tsx';

/** The bar above the inside views. */
export function SubjectBar() {
  const subject = useInspection((state) => state.subject);
  const ready = useInspection((state) => state.phase === 'ready');
  return (
    <section className="card subject-bar" aria-label="Network looked into">
      <div className="subject-name">
        <h2>{subject === undefined ? 'Look inside a network' : subjectTitle(subject)}</h2>
        <p>{subject === undefined ? emptyText : subjectText(subject)}</p>
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

const emptyText =
  'Train a network and pause it anywhere, or open a checkpoint: you get the paper’s whole analysis of it, recomputed on your machine. Files stay on your machine, too.';

function subjectTitle({ kind, ...subject }: Subject): string {
  if (kind === 'file' && 'files' in subject) return subject.files.name;
  return `This run at step ${formatCount(subject.summary.step ?? 0)}`;
}

function subjectText({ summary, kind }: Subject): string {
  const { configuration, layout, step, splitKnown } = summary;
  const moment = kind === 'file' && step !== null ? `, step ${formatCount(step)}` : '';
  // A seed says nothing about a network that was not trained here.
  return `${settingsInWords(configuration, splitKnown)}${moment}; ${layout}`;
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
        Pause and look inside
      </button>
    );
  }
  if (kind !== 'file' || step === undefined || status === 'loading') return null;
  return (
    <button type="button" className="chip" onClick={() => void inspection.inspectRun()}>
      Back to this run, step {formatCount(step)}
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
      Analyse
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
      <progress aria-label="Analysis" value={done} max={1} />
      <span>{phase === 'opening' ? 'opening …' : (progress?.part ?? '')}</span>
      <button type="button" className="link-button" onClick={() => inspection.cancel()}>
        Cancel
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
            Dismiss
          </button>
        </div>
      )}
    </div>
  );
}
