/** Putting runs on screen that have pictures but no network any more: recorded ones, and the one before. */
import { recordedRuns } from '../model/recorded-runs.ts';
import type { RecordedRun } from './recordings.ts';
import { type PageState, runToKeep } from './store.ts';

/** What every run has that can only be looked at. */
const onlyToLookAt = {
  picturesOnly: true,
  replaying: false,
  status: 'paused',
  problem: undefined,
  viewedStep: null,
  stepsPerSecond: 0,
} as const satisfies Partial<PageState>;

/** The run before this one, which is kept in its place; undefined when there is none. */
export function broughtBack(state: PageState): Partial<PageState> | undefined {
  if (state.earlier === undefined) return undefined;
  const { recorded, ...earlier } = state.earlier;
  return {
    ...onlyToLookAt,
    ...earlier,
    page: { ...state.page, run: recorded },
    configuration: earlier.runConfiguration,
    earlier: runToKeep({ ...state, earlier: undefined }),
  };
}

/** A recorded run; the one on screen is kept. */
export function recordedOnScreen(
  state: PageState,
  name: string,
  { configuration, snapshots }: RecordedRun,
): Partial<PageState> {
  return {
    ...onlyToLookAt,
    configuration,
    runConfiguration: configuration,
    shownRun: recordedRunNumber(name),
    earlier: runToKeep(state),
    page: { ...state.page, run: name },
    backend: undefined,
    timeline: snapshots,
  };
}

/** Recorded runs have numbers too, which no run of the worker has. */
function recordedRunNumber(name: string): number {
  return -1 - recordedRuns.findIndex((candidate) => candidate.name === name);
}
