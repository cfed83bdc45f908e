/** The history of the run on screen, as the line figures and the timeline take it. */
import type { RunHistory } from '../../plots/curves/history.ts';
import {
  isRecording,
  lastStep,
  timelineMilestones,
  timelinePoints,
} from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';

/** The run's history as the line figures take it. */
export function runHistory(state: PageState): RunHistory {
  const { timeline, viewedStep, replaying } = state;
  // A run that is played again is drawn as far as it has come: the end is not given away.
  const shown = replaying && viewedStep !== null ? viewedStep : Number.POSITIVE_INFINITY;
  return {
    steps: lastStep(state),
    isOver: isRecording(state) || state.status === 'done',
    points: timelinePoints(timeline).filter(({ step }) => step <= shown),
    cursorStep: replaying ? null : viewedStep,
    milestones: timelineMilestones(timeline).filter(({ step }) => step <= shown),
  };
}

/** What the history depends on. */
export const historyDependencies = (state: PageState) => [
  state.timeline,
  state.viewedStep,
  state.replaying,
  state.status,
  state.runConfiguration,
];
