/** What the page and the worker that reads tables of runs say to each other. Types only. */
import type { MapRun } from '../analysis/phase-map/map-run.ts';
import type { CircularFilter, IrrelevanceForm } from '../analysis/phase-map/standing.ts';
import type { MapSummary } from '../analysis/phase-map/summary.ts';
import type { NetworkResult } from '../analysis/result.ts';
import type { PackedPicture } from '../formats/run-picture.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import type { Snapshot } from './contract.ts';
import type { Reply } from './inspection-contract.ts';

export type { CircularFilter, IrrelevanceForm, MapRun, MapSummary };

/** Where a table comes from: an absolute address, or a file of the visitor's. */
export type TableSource = { readonly address: string } | { readonly file: Blob };

/** What is known of a run of this project besides its place on a map. */
export interface OwnRun {
  readonly configuration: RunConfiguration;
  /** What has no number is NaN. A run that diverged has the verdict "learning" and no accuracy. */
  readonly result: Omit<NetworkResult, 'frequencies'>;
  /** Its frequencies in few bytes, for `snapshot`: thousands of runs cross between threads. */
  readonly frequencies: Float64Array;
  /** First step at which 99 % of the test pairs were answered right; null for never. */
  readonly learnedStep: number | null;
  /** True when it ended before its last step because nothing changed any more. */
  readonly stoppedEarly: boolean;
  /** Its pictures, where they were kept. */
  readonly picture: PackedPicture | undefined;
}

/** One line of a table. */
export interface TableRun {
  readonly place: MapRun;
  /** Undefined for a run of the authors', of which only measures are known. */
  readonly own: OwnRun | undefined;
}

/** A table that has been read. */
export interface OpenedTable {
  readonly kind: 'runs' | 'authors';
  /** Every run once. */
  readonly runs: readonly TableRun[];
  /** Runs that were there more than once with one result. */
  readonly repeated: number;
  /** Runs with results that contradict each other; the first is kept. */
  readonly conflicts: number;
}

/** Counts, fits and quartiles of runs on a map, and how each stands. */
export interface MapOverview extends MapSummary {
  /** By run: undefined for one that counts, else why it does not. */
  readonly standings: readonly (string | undefined)[];
}

/** Reads tables and does their statistics. */
export interface TableWorker {
  open(source: TableSource): Promise<Reply<OpenedTable>>;
  /** Reads lines a sweep has written, each by itself: undefined for one that makes no sense. */
  read(lines: readonly string[]): Promise<readonly (TableRun | undefined)[]>;
  overview(
    runs: readonly MapRun[],
    filter: CircularFilter,
    form: IrrelevanceForm,
  ): Promise<MapOverview>;
  /** The pictures of a run; undefined when none were kept. */
  snapshot(run: OwnRun): Promise<Snapshot | undefined>;
}
