/** A run as the browser's database keeps it, so that it survives a reload, a crash or a closed laptop. */
import type { RunConfiguration } from '../model/configuration.ts';
import type { TrainingState } from '../model/training-state.ts';
import type { BackendName, Snapshot } from './contract.ts';

/** What tells a kept run from others, without its weights and pictures. */
export interface KeptRunHeader {
  /** A name no other run of this browser has. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly configuration: RunConfiguration;
  /** Where it trained. */
  readonly backend: BackendName;
  /** Step of its weights. */
  readonly step: number;
}

/** A kept run with all that it goes on from. */
export interface KeptRun extends KeptRunHeader {
  readonly state: TrainingState;
  /** Moments up to that step. */
  readonly timeline: readonly Snapshot[];
}

/** What a database held of a run, as it was found. */
export interface StoredRun {
  readonly header: unknown;
  readonly state: unknown;
  readonly moments: readonly unknown[];
}

/** Checks what a database held. */
export interface KeptRunReader {
  /** The header of a kept run; undefined where it is none. */
  readHeader(stored: unknown): KeptRunHeader | undefined;
  /** A kept run; undefined where anything about its weights is not right. */
  readKeptRun(stored: StoredRun): KeptRun | undefined;
}
