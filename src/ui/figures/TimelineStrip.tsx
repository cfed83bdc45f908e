/** Progress and scrubber in one, with the run's pace beside it. */
import english from '../../messages/en/ui/figures/timeline-strip.json';
import { createWords } from '../../messages/words.ts';
import type { RunHistory } from '../../plots/curves/history.ts';
import type { Figure } from '../../plots/figure.ts';
import { createTimelineFigure } from '../../plots/timeline-figure.ts';
import {
  isRecording,
  lastStep,
  newestStep,
  secondsLeft,
  viewedSnapshot,
} from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';
import { formatCount, formatDuration, formatRate } from '../format.ts';
import { Help } from '../help/Help.tsx';
import { useFigure } from '../hooks/figure.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { ShareButton } from '../share/ShareButton.tsx';
import { historyDependencies, runHistory } from './run-history.ts';

const words = createWords('ui/figures/timeline-strip', english);

/** The strip above the pictures. */
export function TimelineStrip() {
  const { controller } = usePage();
  const host = useFigure(
    (element): Figure<RunHistory> =>
      createTimelineFigure(element, { onScrub: (step) => controller.view(step) }),
    runHistory,
    historyDependencies,
  );
  const progress = usePageState(progressText);
  const pace = usePageState(paceText);
  const file = usePageState((state) => state.openedFrom || undefined);
  const idle = usePageState((state) => state.status === 'idle');
  const p = usePageState((state) => state.configuration.p);
  return (
    <section className="timeline-strip card" aria-label={words('timeline')}>
      <div className="timeline-text">
        {idle ? (
          <p className="timeline-intro">
            {introduction(p)}
            <Help topic="timeline" />
          </p>
        ) : (
          <>
            <span className="timeline-progress">
              {progress}
              <Help topic="timeline" />
            </span>
            <span className="timeline-pace" title={file}>
              {pace} <ShareButton />
            </span>
          </>
        )}
      </div>
      <div ref={host} className="timeline-host" />
    </section>
  );
}

/** The task in one breath, with a sum that goes around. */
function introduction(p: number): string {
  return words('introduction', { p, first: p - 2, sum: 3 % p });
}

function progressText(state: PageState): string {
  if (state.viewedStep !== null && state.replaying) {
    const shown = viewedSnapshot(state)?.result.step ?? 0;
    return progressTo(shown, state);
  }
  if (state.viewedStep !== null) {
    const shown = viewedSnapshot(state)?.result.step ?? 0;
    return words('showing', { step: formatCount(shown), newest: formatCount(newestStep(state)) });
  }
  return progressTo(newestStep(state), state);
}

function progressTo(step: number, state: PageState): string {
  return words('progress', { step: formatCount(step), last: formatCount(lastStep(state)) });
}

function paceText(state: PageState): string {
  const left = secondsLeft(state);
  if (state.status === 'loading') return words('starting');
  if (state.status === 'done') return words('finished');
  if (isRecording(state) && state.replaying) return words('replaying');
  if (state.openedFrom !== '') return words('fromFile', { file: shortened(state.openedFrom) });
  if (isRecording(state)) return words('recorded');
  if (state.status === 'paused') return words(state.rest === 'hidden' ? 'restsHidden' : 'paused');
  if (state.status === 'failed') return words('stopped');
  if (left === undefined) return state.status === 'training' ? words('measuring') : '';
  return words('pace', { rate: formatRate(state.stepsPerSecond), left: formatDuration(left) });
}

/** Longest file name that the line has room for. */
const longestName = 28;

/** The beginning and the end of a name tell files apart; all of it is in the tooltip. */
function shortened(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, 14)}…${name.slice(-12)}`;
}
