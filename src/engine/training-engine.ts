/**
 * The one interface behind which every trainer stands, whatever device it runs on. The engine suite
 * in test/engine runs over all implementations.
 */
import type { RunConfiguration } from '../model/configuration.ts';
import type { Dataset } from '../model/dataset.ts';
import type { ParameterSet } from '../model/parameters.ts';
import type { OptimiserState, TrainingState } from '../model/training-state.ts';

/** Where a network trains. */
export type BackendName = 'webgpu' | 'webgl' | 'wasm' | 'cpu';

/** What an engine starts from. */
export interface EngineStart {
  readonly configuration: RunConfiguration;
  readonly dataset: Dataset;
  /** Weights to begin with. */
  readonly parameters: ParameterSet;
  /** Where the optimiser goes on; moments start at zero, the step counter at 0 when left out. */
  readonly optimiser?: OptimiserState;
}

/** Loss and accuracy of both halves of the data at one step. */
export interface StepMetrics {
  /** Number of updates made before these values were measured. */
  readonly step: number;
  /** Mean cross-entropy in nats. */
  readonly trainLoss: number;
  readonly testLoss: number;
  /** Share of right answers, 0 … 1. */
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
}

/** What the network answers at its present step. */
export interface Evaluation {
  readonly metrics: StepMetrics;
  /** p²: logit of the right answer for each pair, index a·p + b. */
  readonly correctLogits: Float32Array;
  /** p²: largest logit among the wrong answers. */
  readonly largestWrongLogits: Float32Array;
}

/** Tensors and bytes an engine holds on its device. */
export interface EngineMemory {
  readonly tensors: number;
  readonly bytes: number;
}

/** A network in training. One call at a time: wait for each promise before the next call. */
export interface TrainingEngine {
  readonly backend: BackendName;
  /** Number of updates made so far. */
  readonly step: number;
  /** Number of threads that train at present, where that is more than one. */
  readonly threads?: number;
  /**
   * Makes `count` updates.
   *
   * @returns one entry an update, measured before it was made
   */
  advance(count: number): Promise<readonly StepMetrics[]>;
  /** Loss, accuracy and the logits the views need, at the present step. */
  evaluate(): Promise<Evaluation>;
  /** All logits, p²×classes, row a·p + b. */
  logits(): Promise<Float32Array>;
  /** Gradient of the mean train loss with respect to every parameter, by state-dict name. */
  gradients(): Promise<ParameterSet>;
  /** A copy of the parameters at the present step. */
  parameters(): Promise<ParameterSet>;
  /** A copy of all that training goes on from, at the present step. */
  state(): Promise<TrainingState>;
  memory(): EngineMemory;
  /** Frees everything on the device. The engine cannot be used afterwards. */
  dispose(): void;
}

/**
 * Several networks of one shape trained at once. They may differ in seed, first weights, split,
 * attention rate, learning rate and weight decay. One call at a time, as with an engine.
 */
export interface TrainingBatch {
  readonly backend: BackendName;
  /** Number of networks. */
  readonly size: number;
  /** Number of updates made so far, the same for all. */
  readonly step: number;
  /**
   * Makes `count` updates of every network.
   *
   * @returns by network, one entry an update, measured before it was made
   */
  advance(count: number): Promise<readonly (readonly StepMetrics[])[]>;
  /** What each network answers at the present step. */
  evaluate(): Promise<readonly Evaluation[]>;
  /** A copy of each network's parameters at the present step. */
  parameters(): Promise<readonly ParameterSet[]>;
  memory(): EngineMemory;
  /** Frees everything on the device. The batch cannot be used afterwards. */
  dispose(): void;
}
