/**
 * What the page and the inspection worker say to each other about one network. Types only. Problems
 * come back as replies, never as rejections.
 */

import type { NeuronReading } from '../analysis/first-layer-neurons.ts';
import type { AnalysisProgress, AnalysisResult } from '../analysis/network-analysis.ts';
import type { RemainingNetwork } from '../analysis/remaining-network.ts';
import type { Answers, Question } from '../formats/open-network.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import type { ParameterSet } from '../model/parameters.ts';

export type {
  AnalysisProgress,
  AnalysisResult,
  Answers,
  NeuronReading,
  Question,
  RemainingNetwork,
};

/** A result, or one plain sentence; `superseded` when something newer was asked for meanwhile. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string; readonly superseded?: boolean };

/** A network of a run on this page. */
export interface RunNetwork {
  readonly configuration: RunConfiguration;
  readonly parameters: ParameterSet;
  readonly step: number;
}

/** Files to open: a checkpoint, and the configuration that belongs to it. */
export interface FilesToOpen {
  readonly checkpoint: Blob;
  readonly name: string;
  /** JSON text. */
  readonly config?: string;
  readonly answers?: Answers;
}

/** What is known of the network that was opened. */
export interface OpenedSummary {
  readonly configuration: RunConfiguration;
  readonly layout: string;
  readonly step: number | null;
  readonly splitKnown: boolean;
  readonly questions: readonly Question[];
  readonly notes: readonly string[];
}

/** Everything the views draw of an analysed network. */
export interface Inspection {
  readonly result: AnalysisResult;
  /** Points of all frequency planes: index ((k−1)·p + t)·2. */
  readonly planes: Float32Array<ArrayBuffer>;
  /** p², index a·p + b. */
  readonly correctLogits: Float32Array<ArrayBuffer>;
  /** Correct logits of each isolated circle, in the order of `result.circles`. */
  readonly circleLogits: readonly Float32Array<ArrayBuffer>[];
  readonly neurons: readonly NeuronReading[];
  /** Milliseconds it took. */
  readonly milliseconds: number;
  /** Where the logits were computed. */
  readonly backend: 'wasm' | 'cpu';
}

/** How each circle votes on one pair. */
export interface PairVotes {
  readonly a: number;
  readonly b: number;
  /** Isolated logits over c = 0 … p−1, in the order of `result.circles`. */
  readonly circles: readonly Float32Array[];
  /** Logits of the whole network. */
  readonly full: Float32Array;
}

/** Hears how far an analysis has come. */
export type ProgressListener = (progress: AnalysisProgress) => void;

/** Looks into one network at a time. */
export interface InspectionWorker {
  /** Reads files; the network becomes the one that is looked into. */
  open(files: FilesToOpen): Promise<Reply<OpenedSummary>>;
  /** Takes a network of a run. */
  take(network: RunNetwork): Promise<Reply<OpenedSummary>>;
  /** Analyses the network. A newer call of open, take, analyse or cancel ends it. */
  analyse(onProgress: ProgressListener): Promise<Reply<Inspection>>;
  cancel(): Promise<void>;
  /** Keeps only these frequencies. */
  remaining(kept: readonly number[]): Promise<Reply<RemainingNetwork>>;
  /** Of the network analysed last. */
  pair(a: number, b: number): Promise<Reply<PairVotes>>;
  /** One first-layer neuron's pre-activation, p², index a·p + b. */
  neuron(index: number): Promise<Reply<Float32Array>>;
  /** All measures of the network analysed last, as text. @param address of the page that shows it */
  measures(format: 'json' | 'csv', address?: string): Promise<Reply<string>>;
  /** The network as a safetensors file with its configuration and the address inside. */
  weightsFile(address?: string): Promise<Reply<Uint8Array>>;
}
