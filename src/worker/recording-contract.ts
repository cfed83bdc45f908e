/**
 * What the page and the worker that opens recordings say to each other. Types only.
 */

import type { NetworkResult } from '../analysis/result.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import type { Snapshot } from './contract.ts';
import type { Reply } from './inspection-contract.ts';

/** A recorded run, ready to be drawn. */
export interface RecordedRun {
  readonly configuration: RunConfiguration;
  /** Where it was trained. */
  readonly backend: string;
  /** How long that took, seconds. */
  readonly seconds: number;
  readonly snapshots: readonly Snapshot[];
}

/** One run of a sweep, ready to be drawn. */
export interface SweepRun {
  readonly configuration: RunConfiguration;
  /** What has no number is NaN. A run that diverged has the verdict "learning" and no accuracy. */
  readonly result: NetworkResult;
  /** First step at which 99 % of the test pairs were answered right; null for never. */
  readonly learnedStep: number | null;
  /** Its pictures, where they were kept. */
  readonly snapshot: Snapshot | undefined;
}

/** Opens recordings and tables of runs. */
export interface RecordingWorker {
  /** @param address where the file is, absolute */
  open(address: string): Promise<Reply<RecordedRun>>;
  /** @param address where the compressed table is, absolute */
  openTable(address: string): Promise<Reply<readonly SweepRun[]>>;
}
