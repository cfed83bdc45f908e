/** Progress and scrubber in one, with the run's pace beside it. */
import { createTimelineFigure, type RunHistory } from '../../plots/curves.ts';
import type { Figure } from '../../plots/figure.ts';
import { lastStep, newestStep, secondsLeft } from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';
import { formatCount, formatDuration, formatRate } from '../format.ts';
import { useFigure } from '../hooks/figure.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { historyDependencies, runHistory } from './CurveCards.tsx';

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
  const idle = usePageState((state) => state.status === 'idle');
  const p = usePageState((state) => state.configuration.p);
  return (
    <section className="timeline-strip card" aria-label="Timeline">
      <div className="timeline-text">
        {idle ? (
          <p className="timeline-intro">
            Two numbers go in, their sum modulo {p} should come out. Nobody tells the network how.
          </p>
        ) : (
          <>
            <span className="timeline-progress">{progress}</span>
            <span className="timeline-pace">{pace}</span>
          </>
        )}
      </div>
      <div ref={host} className="timeline-host" />
    </section>
  );
}

function progressText(state: PageState): string {
  return `Step ${formatCount(newestStep(state))} of ${formatCount(lastStep(state))}`;
}

function paceText(state: PageState): string {
  const left = secondsLeft(state);
  if (state.status === 'loading') return 'starting …';
  if (state.status === 'done') return 'finished';
  if (state.status === 'paused') return 'paused';
  if (state.status === 'failed') return 'stopped';
  if (left === undefined) return state.status === 'training' ? 'measuring …' : '';
  return `${formatRate(state.stepsPerSecond)} steps/s · ${formatDuration(left)} left`;
}
