/**
 * What the page and the worker that opens recordings, and saves and opens files of runs, say to each
 * other. Types only. Problems come back as replies, never as rejections.
 */
import type { RunConfiguration } from '../model/configuration.ts';
import type { ParameterSet } from '../model/parameters.ts';
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

/** A run to save. */
export interface RunToSave extends RecordedRun {
  /** Step on screen. */
  readonly shownStep: number;
  /** Address of the page that shows it. */
  readonly address: string;
}

/** Weights of one step to save. */
export interface WeightsToSave {
  readonly configuration: RunConfiguration;
  readonly parameters: ParameterSet;
  readonly step: number;
  readonly backend: string;
  readonly address: string;
}

/** What a file held: a run with pictures or with its measures alone, or the address of one. */
export type OpenedRunFile =
  | { readonly kind: 'recording' | 'measures'; readonly run: RecordedRun }
  | { readonly kind: 'address'; readonly address: string };

/** Saves runs as files, and opens these. */
export interface RunFileWorker {
  /** A recording, packed. Moments that cannot be drawn are left out. */
  writeRecording(run: RunToSave): Promise<Reply<Uint8Array>>;
  /** Measures of every moment, as text. */
  writeMeasures(run: RunToSave, format: 'json' | 'csv'): Promise<Reply<string>>;
  /** A safetensors file with the settings inside. */
  writeWeights(weights: WeightsToSave): Promise<Reply<Uint8Array>>;
  /** A safetensors file with an address put beside its tensors. */
  addAddress(file: Blob, address: string): Promise<Reply<Uint8Array>>;
  /** Opens a recording or measures, of a run or of one network. */
  openFile(file: Blob): Promise<Reply<OpenedRunFile>>;
}
