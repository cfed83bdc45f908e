/** What figures and texts are drawn from, derived from the state. */
import english from '../messages/en/state/selectors.json';
import { createWords } from '../messages/words.ts';
import type { Snapshot } from '../worker/contract.ts';
import type { PageState } from './store.ts';
import { type Milestone, milestones, snapshotAt, type Timeline } from './timeline.ts';

const words = createWords('state/selectors', english);

/** The snapshot the views show. */
export function viewedSnapshot({ timeline, viewedStep }: PageState): Snapshot | undefined {
  return snapshotAt(timeline, viewedStep);
}

/** True for a run that was not trained on this page: a recorded one, or one opened from a file. */
export function isRecording({ page, openedFrom }: PageState): boolean {
  return page.run !== '' || openedFrom !== '';
}

/**
 * Step that an address names of a run which has to be trained first; null where there is none, or where
 * it is the run's first or last.
 */
export function wantedStep(state: PageState): number | null {
  const { step } = state.page;
  const isBetween = step !== null && step > 0 && step < state.configuration.steps;
  return isBetween ? step : null;
}

/** Why a moment has no pictures; undefined where it has, or where there is no moment yet. */
export function absentPictures(state: PageState): string | undefined {
  const snapshot = viewedSnapshot(state);
  return snapshot !== undefined && snapshot.planes.length === 0 ? words('measuresOnly') : undefined;
}

/** The untrained network of the run on screen, if its snapshot is there. */
export function untrainedSnapshot({ timeline }: PageState): Snapshot | undefined {
  const [first] = timeline;
  return first?.result.step === 0 ? first : undefined;
}

/** Newest step of the run on screen. */
export function newestStep({ timeline }: PageState): number {
  return timeline.at(-1)?.result.step ?? 0;
}

/** Step at which the run on screen (or the next one) ends. */
export function lastStep(state: PageState): number {
  const { steps } = state.runConfiguration ?? state.configuration;
  // An end that was moved back behind the run is where the run stands.
  return Math.max(steps, newestStep(state));
}

/** With fewer steps than these the pace is that of a beginning: code is loaded, kernels are compiled. */
const settlingSteps = 25;

/** Seconds until the run ends, undefined while that is unknown. */
export function secondsLeft(state: PageState): number | undefined {
  const isSettled = newestStep(state) >= settlingSteps;
  if (state.status !== 'training' || state.stepsPerSecond <= 0 || !isSettled) return undefined;
  return (lastStep(state) - newestStep(state)) / state.stepsPerSecond;
}

/** Milestones of a timeline, computed once per timeline. */
export const timelineMilestones = onceFor((timeline: Timeline): readonly Milestone[] =>
  milestones(timeline),
);

/** Curves of a timeline, computed once per timeline. */
export const timelinePoints = onceFor((timeline: Timeline) =>
  timeline.map(({ result }) => ({
    step: result.step,
    trainLoss: result.trainLoss,
    testLoss: result.testLoss,
    trainAccuracy: result.trainAccuracy,
    testAccuracy: result.testAccuracy,
    gradientSymmetricity: result.gradientSymmetricity,
    distanceIrrelevance: result.distanceIrrelevance,
  })),
);

/** A function of an object that computes each object's result once. */
export function onceFor<Input extends object, Result>(compute: (input: Input) => Result) {
  const results = new WeakMap<Input, Result>();
  return (input: Input): Result => {
    const known = results.get(input);
    if (known !== undefined) return known;
    const result = compute(input);
    results.set(input, result);
    return result;
  };
}
