/**
 * Putting runs on screen that have pictures but no network any more: recorded ones, those of files,
 * and the one before.
 */
import { recordedRuns } from '../model/recorded-runs.ts';
import type { RecordedRun } from './recordings.ts';
import { type PageState, runToKeep } from './store.ts';

/** What every run has that can only be looked at. */
const onlyToLookAt = {
  picturesOnly: true,
  replaying: false,
  status: 'paused',
  problem: undefined,
  runIdentity: '',
  recovery: undefined,
  rest: undefined,
  viewedStep: null,
  stepsPerSecond: 0,
} as const satisfies Partial<PageState>;

/** No run at all, as when the page was opened. */
export const nothingOnScreen = {
  ...onlyToLookAt,
  picturesOnly: false,
  status: 'idle',
  runConfiguration: undefined,
  openedFrom: '',
  training: undefined,
  backend: undefined,
  timeline: [],
} as const satisfies Partial<PageState>;

/** The run before this one, which is kept in its place; undefined when there is none. */
export function broughtBack(state: PageState): Partial<PageState> | undefined {
  if (state.earlier === undefined) return undefined;
  const { recorded, ...earlier } = state.earlier;
  return {
    ...onlyToLookAt,
    ...earlier,
    page: { ...state.page, run: recorded, step: null },
    configuration: earlier.runConfiguration,
    earlier: runToKeep({ ...state, earlier: undefined }),
  };
}

/** A run that was recorded: one that comes with the page, or one of a file. */
export type RecordingSource =
  | { readonly recorded: string }
  | {
      readonly file: string;
      /** Tells it apart from the runs that were opened before, counted from 0. */
      readonly index: number;
    };

/** A recorded run, or that of a file; the one on screen is kept. */
export function recordedOnScreen(
  state: PageState,
  source: RecordingSource,
  { configuration, snapshots, backend, seconds, shownStep }: RecordedRun,
): Partial<PageState> {
  const isAtItsEnd = shownStep === undefined || shownStep >= (snapshots.at(-1)?.result.step ?? 0);
  return {
    ...onlyToLookAt,
    configuration,
    runConfiguration: configuration,
    shownRun: runNumber(source),
    earlier: runToKeep(state),
    page: {
      ...state.page,
      run: 'recorded' in source ? source.recorded : '',
      step: null,
    },
    openedFrom: 'file' in source ? source.file : '',
    training: { backend, ...(seconds === undefined ? {} : { seconds }) },
    backend: undefined,
    timeline: snapshots,
    viewedStep: isAtItsEnd ? null : shownStep,
  };
}

/** Recorded runs have numbers too, which no run of the worker has. */
function runNumber(source: RecordingSource): number {
  if ('file' in source) return -1 - recordedRuns.length - source.index;
  return -1 - recordedRuns.findIndex(({ name }) => name === source.recorded);
}
