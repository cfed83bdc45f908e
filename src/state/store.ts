/** The page's one store. Knows no React. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RunConfiguration } from '../model/configuration.ts';
import type { ConfigurationProblem } from '../model/validation.ts';
import type { BackendName, Recovery } from '../worker/contract.ts';
import { emptyInspection, type InspectionState } from './inspection.ts';
import type { Slowness } from './slowness.ts';
import type { Timeline } from './timeline.ts';
import { type BackendRequest, decodeAddress, type PageSettings } from './url.ts';

/** Where the run stands; the page shows it as data-state on the run-status element. */
export type RunStatus = 'idle' | 'loading' | 'training' | 'paused' | 'done' | 'failed';

/** What stopped a run, in words. */
export interface RunProblem {
  readonly kind: 'diverged' | 'failed';
  readonly message: string;
  /** Step of the copy from which it can go on all the same; left out where there is none. */
  readonly goesOnFrom?: number;
}

/** The backend of the present run. */
export interface ActiveBackend {
  readonly name: BackendName;
  readonly device: string;
  readonly reason: string;
  readonly asRequested: boolean;
}

/** A run whose pictures are kept after another one took its place. Its network is gone. */
export interface EarlierRun {
  /** Number by which the training worker knows it. */
  readonly shownRun: number;
  readonly runConfiguration: RunConfiguration;
  readonly backend: ActiveBackend | undefined;
  readonly timeline: Timeline;
  /** Name of the recording it is; empty for a run of this page or of a file. */
  readonly recorded: string;
  /** Name of the file it was opened from; empty for any other run. */
  readonly openedFrom: string;
  readonly training: RecordedTraining | undefined;
}

/** What a recording or a file says about the training of its run. */
export interface RecordedTraining {
  /** Where it was trained. */
  readonly backend: string;
  /** How long that took, seconds, where that is known. */
  readonly seconds?: number;
}

/** The whole state of the page. */
export interface PageState {
  /** Settings in the controls. They become the run's when it is started or reset. */
  readonly configuration: RunConfiguration;
  readonly page: PageSettings;
  /** What the address got wrong; each can be dismissed. */
  readonly notices: readonly ConfigurationProblem[];
  readonly status: RunStatus;
  /** Settings of the run on screen; undefined before the first. */
  readonly runConfiguration: RunConfiguration | undefined;
  /** Number by which the training worker knows the run on screen; 0 before the first. */
  readonly shownRun: number;
  /** By which the run on screen is kept over visits; empty for one that was not trained here. */
  readonly runIdentity: string;
  /** The run before the one on screen, which can be brought back to look at. */
  readonly earlier: EarlierRun | undefined;
  /** True while the run on screen is one that was brought back: it can only be looked at. */
  readonly picturesOnly: boolean;
  /** Name of the recorded run that is being loaded, to be shown next; empty for none. */
  readonly awaitedRun: string;
  /** Name of the file from which the run on screen was opened; empty for any other run. */
  readonly openedFrom: string;
  /** Where the run on screen was trained, when it was not trained on this page. */
  readonly training: RecordedTraining | undefined;
  /** True while the run on screen is played again. */
  readonly replaying: boolean;
  readonly problem: RunProblem | undefined;
  /** A lost device in the middle of the run on screen, which went on; until it is dismissed. */
  readonly recovery: Recovery | undefined;
  /** Why training rests although nobody has paused it; undefined while it does not. */
  readonly rest: 'hidden' | undefined;
  /** Goes on training in a hidden tab. */
  readonly trainsHidden: boolean;
  /** The run has become much slower by itself; undefined while it has not. */
  readonly slowness: Slowness | undefined;
  readonly backend: ActiveBackend | undefined;
  /** What was asked for when the run on screen was made. */
  readonly preparedFor: BackendRequest | undefined;
  readonly timeline: Timeline;
  /** Step the views show; null follows the newest. */
  readonly viewedStep: number | null;
  readonly stepsPerSecond: number;
  /** Upper limit of steps a second; Infinity for none. */
  readonly speed: number;
  /** What the "Look inside" views show. */
  readonly inspection: InspectionState;
}

/** The store. */
export type PageStore = StoreApi<PageState>;

/** A store for the page at this address. @param query query string of the address */
export function createPageStore(query: string): PageStore {
  const { configuration, page, problems } = decodeAddress(query);
  return createStore<PageState>(() => ({
    configuration,
    page,
    notices: problems,
    status: 'idle',
    runConfiguration: undefined,
    shownRun: 0,
    runIdentity: '',
    earlier: undefined,
    picturesOnly: false,
    awaitedRun: '',
    openedFrom: '',
    training: undefined,
    replaying: false,
    problem: undefined,
    recovery: undefined,
    rest: undefined,
    trainsHidden: false,
    slowness: undefined,
    backend: undefined,
    preparedFor: undefined,
    timeline: [],
    viewedStep: null,
    stepsPerSecond: 0,
    speed: Number.POSITIVE_INFINITY,
    inspection: emptyInspection,
  }));
}

/** True when the controls hold other settings than the run on screen. */
export function settingsDiffer({ configuration, runConfiguration }: PageState): boolean {
  if (runConfiguration === undefined) return false;
  return (Object.keys(configuration) as (keyof RunConfiguration)[]).some(
    (key) => key !== 'steps' && configuration[key] !== runConfiguration[key],
  );
}

/** The run on screen as one to keep; the present `earlier` where it has no step yet. */
export function runToKeep(state: PageState): EarlierRun | undefined {
  const { runConfiguration, shownRun, backend, timeline, earlier, page } = state;
  const { openedFrom, training } = state;
  const trained = (timeline.at(-1)?.result.step ?? 0) > 0;
  return runConfiguration !== undefined && trained
    ? { runConfiguration, shownRun, backend, timeline, recorded: page.run, openedFrom, training }
    : earlier;
}
