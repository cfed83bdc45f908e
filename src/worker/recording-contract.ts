/**
 * What the page and the worker that opens recordings say to each other. Types only.
 */
import type { RunConfiguration } from '../model/configuration.ts';
import type { Snapshot } from './contract.ts';
import type { Reply } from './inspection-contract.ts';

/** A recorded run, ready to be drawn. */
export interface RecordedRun {
  readonly configuration: RunConfiguration;
  /** Where it was trained. */
  readonly backend: string;
  /** How long that took, seconds, where that is known. */
  readonly seconds?: number;
  /** Step that is to be shown first; the last where none is named. */
  readonly shownStep?: number;
  readonly snapshots: readonly Snapshot[];
}

/** Opens recordings. */
export interface RecordingWorker {
  /** @param address where the file is, absolute */
  open(address: string): Promise<Reply<RecordedRun>>;
}
