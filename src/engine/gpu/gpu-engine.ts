/**
 * Training with kernels written for the GPU: a step of the one-block network is eight launches, and
 * many steps go to the device at once. The device is TensorFlow.js' own, and the parameters can be
 * had as its tensors.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { ParameterSet } from '../../model/parameters.ts';
import type { TrainingState } from '../../model/training-state.ts';
import type { EngineStart, Evaluation, StepMetrics, TrainingEngine } from '../training-engine.ts';
import { activeDevice } from './device.ts';
import { largestBuffer } from './limits.ts';
import { planNetwork } from './plans.ts';
import { GpuTrainer } from './trainer.ts';

/** A network in training on the GPU. */
export interface GpuEngine extends TrainingEngine {
  readonly launchesPerStep: number;
  /** Steps encoded so far and the time JavaScript took for it, for benchmarks. */
  readonly encodedSteps: number;
  readonly encodeMilliseconds: number;
  /**
   * The parameters at the present step as TensorFlow.js tensors. They belong to the engine and are
   * replaced by the next call.
   */
  parameterTensors(): ReadonlyMap<string, Tensor>;
}

/**
 * The network of `start` on TensorFlow.js' WebGPU backend, which must be active.
 *
 * @throws Error with one sentence when the network does not fit the device
 */
export async function createGpuEngine(start: EngineStart): Promise<GpuEngine> {
  const plan = planNetwork(start.configuration, largestBuffer(activeDevice().limits));
  return new SingleEngine(await GpuTrainer.create(plan, [start]));
}

class SingleEngine implements GpuEngine {
  readonly backend = 'webgpu';

  constructor(private readonly trainer: GpuTrainer) {}

  get step(): number {
    return this.trainer.step;
  }

  get launchesPerStep(): number {
    return this.trainer.launchesPerStep;
  }

  get encodedSteps(): number {
    return this.trainer.encodedSteps;
  }

  get encodeMilliseconds(): number {
    return this.trainer.encodeMilliseconds;
  }

  async advance(count: number): Promise<readonly StepMetrics[]> {
    return only(await this.trainer.advance(count));
  }

  async evaluate(): Promise<Evaluation> {
    return only(await this.trainer.evaluate());
  }

  async logits(): Promise<Float32Array> {
    return only(await this.trainer.logits());
  }

  async gradients(): Promise<ParameterSet> {
    return only(await this.trainer.gradients());
  }

  async parameters(): Promise<ParameterSet> {
    return only(await this.trainer.parameters());
  }

  async state(): Promise<TrainingState> {
    return only(await this.trainer.states());
  }

  parameterTensors(): ReadonlyMap<string, Tensor> {
    return this.trainer.parameterTensors();
  }

  memory() {
    return this.trainer.memory;
  }

  dispose(): void {
    this.trainer.dispose();
  }
}

/** The one entry of a list. */
function only<Entry>(entries: readonly Entry[]): Entry {
  return entries[0] as Entry;
}
