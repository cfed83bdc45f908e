/**
 * What the page and the training worker say to each other. Types only, imported by both sides.
 */
import type { NetworkResult } from '../analysis/result.ts';
import type { BackendRequest } from '../engine/backend-choice.ts';
import type { BackendName } from '../engine/training-engine.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import type { TrainingState } from '../model/training-state.ts';
import type { KeptWeights } from './weights-history.ts';

export type { BackendName, BackendRequest, KeptWeights, NetworkResult, TrainingState };

/** A run to prepare. */
export interface RunRequest {
  /** Names the run in every event, so that late events of an earlier run can be told apart. */
  readonly run: number;
  readonly configuration: RunConfiguration;
  readonly backend: BackendRequest;
  /** Another run whose weights are to be kept; those of all others are let go. */
  readonly keepWeightsOf: number | undefined;
  /** Where the run goes on; it begins with its first weights when left out. */
  readonly from?: TrainingState;
  /** True when the backend is not the visitor's wish, but where the run trained before. */
  readonly asBefore?: boolean;
}

/** One moment of a run: everything the views draw. */
export interface Snapshot {
  readonly result: NetworkResult;
  /** Points of all frequency planes: index ((k−1)·p + t)·2; empty where only measures were kept. */
  readonly planes: Float32Array<ArrayBuffer>;
  /** p², index a·p + b; empty where they were not kept. */
  readonly correctLogits: Float32Array<ArrayBuffer>;
}

/** What the worker reports. */
export type RunEvent = { readonly run: number } & (
  | {
      readonly kind: 'backend';
      readonly backend: BackendName;
      readonly device: string;
      readonly reason: string;
      readonly asRequested: boolean;
    }
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot; readonly stepsPerSecond: number }
  /** A copy of all that the run goes on from, should the worker die. */
  | { readonly kind: 'copy'; readonly state: TrainingState }
  | { readonly kind: 'recovered'; readonly recovery: Recovery }
  | { readonly kind: 'finished' }
  | { readonly kind: 'diverged'; readonly step: number; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string }
);

/** A device was lost in the middle of the run, which went on from its last copy. */
export interface Recovery {
  /** What happened and where the run goes on: whole sentences. */
  readonly message: string;
  /** Step of the copy. */
  readonly step: number;
  /** Steps that had been made since, and are made again. */
  readonly repeatedSteps: number;
  /** From the problem to the first picture after it. */
  readonly milliseconds: number;
}

/**
 * Receives events. The worker takes no further snapshot before the promise of the last one is
 * fulfilled, so a slow page gets fewer pictures and never a queue of them.
 */
export type RunListener = (event: RunEvent) => void | Promise<void>;

/** What the page can ask of the worker. Problems arrive as events, not as rejections. */
export interface TrainingWorker {
  /** Ends the present run, chooses a backend and makes a network; reports its first snapshot. */
  prepare(request: RunRequest, listener: RunListener): Promise<void>;
  /**
   * Trains until paused, finished, diverged or failed.
   *
   * @param steps where the run ends; it may differ from what the run was prepared with
   */
  train(steps: number): Promise<void>;
  /** Fulfilled when no step is under way any more; a snapshot of where it stopped was reported. */
  pause(): Promise<void>;
  /** One update and its snapshot. */
  stepOnce(): Promise<void>;
  /** Upper limit of steps a second; Infinity for none. */
  setSpeed(stepsPerSecond: number): Promise<void>;
  /**
   * Weights of the kept snapshot nearest to a step, of the present run or of the one that was to be
   * kept; undefined when the worker has none of that run.
   */
  weightsNear(run: number, step: number): Promise<KeptWeights | undefined>;
}
