/** How components reach the store and the controller. */
import { type ComponentType, createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Autosave } from '../../state/autosave/autosave.ts';
import type { BenchmarkController } from '../../state/benchmark.ts';
import type { ChallengeResults } from '../../state/challenges.ts';
import type { InspectionState } from '../../state/inspection.ts';
import type { InspectionController } from '../../state/inspection-controller.ts';
import type { MapChoices } from '../../state/map/choices.ts';
import type { RecordedShow } from '../../state/recorded-show.ts';
import type { RecordingsController } from '../../state/recordings.ts';
import type { Replay } from '../../state/replay.ts';
import type { RunController } from '../../state/run-controller.ts';
import type { RunFiles } from '../../state/share/run-files.ts';
import type { PageState, PageStore } from '../../state/store.ts';
import type { SweepController } from '../../state/sweep/sweep-controller.ts';
import type { TablesController } from '../../state/tables.ts';
import type { HelpTopic } from '../help/topics.ts';
import type { Versions } from '../offline/registration.ts';
import type { WakeLock } from '../wake-lock.ts';

/** What the figures of one run need. A frame with such a figure has nothing else. */
export interface RunPage {
  readonly store: PageStore;
  readonly controller: RunController;
  readonly recordings: RecordingsController;
  readonly recorded: RecordedShow;
  readonly replay: Replay;
  /** Keeps runs over visits; a frame of another page has none. */
  readonly autosave?: Autosave;
  /** Explains controls and measures; the frame of a single figure has none. */
  readonly help?: ComponentType<{ readonly topic: HelpTopic }>;
}

/** What the page consists of besides its elements. */
export interface Page extends RunPage {
  readonly inspection: InspectionController;
  readonly benchmark: BenchmarkController;
  readonly tables: TablesController;
  readonly sweep: SweepController;
  readonly map: StoreApi<MapChoices>;
  readonly challenges: StoreApi<ChallengeResults>;
  /** Keeps the screen on; a page of one figure does not. */
  readonly wakeLock?: WakeLock;
  /** Keeps the page for visits without a network; a page of one figure does not. */
  readonly versions?: Versions;
  /** Saves and opens runs; a page of one figure has none. */
  readonly runFiles?: RunFiles;
  /** Shows what an address of this page says. @param query without the question mark */
  readonly goTo?: (query: string) => void;
  /** The address that an SVG, PNG or GIF saved here carries. */
  readonly readPictureAddress?: (bytes: Uint8Array) => string | undefined;
}

/** Set once by the entry. */
export const PageContext = createContext<RunPage | Page | undefined>(undefined);

/** Store and controllers of a run, for components that may stand alone in a frame. */
export function useRunPage(): RunPage {
  const page = useContext(PageContext);
  if (page === undefined) throw new Error('Components of the page need a PageContext around them.');
  return page;
}

/** Store and all controllers. */
export function usePage(): Page {
  const page = useRunPage();
  if (!isWhole(page)) throw new Error('This component needs all of the page around it.');
  return page;
}

function isWhole(page: RunPage | Page): page is Page {
  return 'inspection' in page;
}

/** A part of what the "Look inside" views show. */
export function useInspection<Part>(select: (inspection: InspectionState) => Part): Part {
  return usePageState(({ inspection }) => select(inspection));
}

/** A part of the state; the component is drawn again when that part changes. */
export function usePageState<Part>(select: (state: PageState) => Part): Part {
  return useStore(useRunPage().store, select);
}
