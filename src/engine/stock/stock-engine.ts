/**
 * Training with TensorFlow.js' own operations on any of its backends: the full-grid factored step
 * with gradients written by hand. The baseline that faster engines are checked against.
 */
import * as tf from '@tensorflow/tfjs-core';
import { modelDimensions } from '../../model/configuration.ts';
import { type ParameterSet, parameter, parameterSpecifications } from '../../model/parameters.ts';
import type { TrainingState } from '../../model/training-state.ts';
import { stepMetrics } from '../metrics.ts';
import type {
  BackendName,
  EngineStart,
  Evaluation,
  StepMetrics,
  TrainingEngine,
} from '../training-engine.ts';
import { createTaskTensors, disposeTaskTensors, pairLoss, type TaskTensors } from './loss.ts';
import { networkForward } from './networks.ts';
import { adamUpdate, type OptimisedTensor } from './optimiser.ts';
import { type Node, Tape } from './tape.ts';

/** The network of `start` on the TensorFlow.js backend that is active now. */
export function createStockEngine(start: EngineStart): TrainingEngine {
  return new StockEngine(start, tf.getBackend() as BackendName);
}

class StockEngine implements TrainingEngine {
  step: number;
  private readonly tensors = new Map<string, OptimisedTensor>();
  private readonly task: TaskTensors;

  constructor(
    private readonly start: EngineStart,
    readonly backend: BackendName,
  ) {
    const { configuration, dataset, parameters, optimiser } = start;
    this.step = optimiser?.step ?? 0;
    for (const { name, shape } of parameterSpecifications(configuration)) {
      const tensor = (values: ParameterSet) => tf.tensor(parameter(values, name), [...shape]);
      const value = tensor(parameters);
      this.tensors.set(name, {
        value,
        firstMoment: optimiser ? tensor(optimiser.firstMoments) : tf.zerosLike(value),
        secondMoment: optimiser ? tensor(optimiser.secondMoments) : tf.zerosLike(value),
      });
    }
    this.task = createTaskTensors(dataset, modelDimensions(configuration).vocabulary);
  }

  async advance(count: number): Promise<readonly StepMetrics[]> {
    const firstStep = this.step;
    const sums: tf.Tensor[] = [];
    for (let index = 0; index < count; index++) sums.push(this.update());
    const stacked = tf.tidy(() => tf.stack(sums));
    tf.dispose(sums);
    const values = await readAndDispose(stacked);
    return sums.map((_, index) =>
      stepMetrics(firstStep + index, values.subarray(4 * index, 4 * index + 4), this.start.dataset),
    );
  }

  async evaluate(): Promise<Evaluation> {
    const [sums, correct, wrong] = tf.tidy(() => {
      const { logits } = this.forward();
      const { answers } = this.task;
      return [
        pairLoss(logits.value, this.task).sums,
        tf.sum(tf.mul(logits.value, answers), 1),
        tf.max(tf.sub(logits.value, tf.mul(answers, 1e30)), 1),
      ];
    }) as [tf.Tensor, tf.Tensor, tf.Tensor];
    const metrics = stepMetrics(this.step, await readAndDispose(sums), this.start.dataset);
    return {
      metrics,
      correctLogits: await readAndDispose(correct),
      largestWrongLogits: await readAndDispose(wrong),
    };
  }

  logits(): Promise<Float32Array> {
    return readAndDispose(tf.tidy(() => this.forward().logits.value));
  }

  async gradients(): Promise<ParameterSet> {
    const gradients = tf.tidy(() => {
      const { leaves } = this.differentiate();
      return [...leaves].map(([, { value, gradient }]) => gradient ?? tf.zerosLike(value));
    });
    const names = [...this.tensors.keys()];
    const result = new Map<string, Float32Array>();
    for (const [index, gradient] of gradients.entries()) {
      result.set(names[index] as string, await readAndDispose(gradient));
    }
    return result;
  }

  parameters(): Promise<ParameterSet> {
    return this.read(({ value }) => value);
  }

  async state(): Promise<TrainingState> {
    return {
      step: this.step,
      parameters: await this.parameters(),
      firstMoments: await this.read(({ firstMoment }) => firstMoment),
      secondMoments: await this.read(({ secondMoment }) => secondMoment),
    };
  }

  private async read(part: (tensor: OptimisedTensor) => tf.Tensor): Promise<ParameterSet> {
    const result = new Map<string, Float32Array>();
    for (const [name, tensor] of this.tensors) {
      result.set(name, Float32Array.from((await part(tensor).data()) as Float32Array));
    }
    return result;
  }

  memory() {
    const { numTensors, numBytes } = tf.memory();
    return { tensors: numTensors, bytes: numBytes };
  }

  dispose(): void {
    for (const tensor of this.tensors.values()) disposeOptimised(tensor);
    this.tensors.clear();
    disposeTaskTensors(this.task);
  }

  /** One update; returns the summed losses and hits before it, 2×2. */
  private update(): tf.Tensor {
    const { sums, updated } = tf.tidy(() => {
      const { loss, leaves } = this.differentiate();
      const next: OptimisedTensor[] = [];
      for (const [name, tensor] of this.tensors) {
        const gradient = leaves.get(name)?.gradient;
        next.push(
          tf.tidy(() => ({
            ...adamUpdate(tensor, gradient, this.step, this.start.configuration),
          })),
        );
      }
      return { sums: loss.sums, updated: next.map((tensor) => ({ ...tensor })) };
    });
    for (const [index, name] of [...this.tensors.keys()].entries()) {
      disposeOptimised(this.tensors.get(name) as OptimisedTensor);
      this.tensors.set(name, updated[index] as OptimisedTensor);
    }
    this.step += 1;
    return sums;
  }

  private forward() {
    const tape = new Tape();
    const leaves = new Map<string, Node>();
    for (const [name, { value }] of this.tensors) leaves.set(name, tape.leaf(value));
    const { configuration } = this.start;
    const logits = networkForward(configuration)(
      tape,
      configuration,
      (name) => leaves.get(name) as Node,
    );
    return { tape, leaves, logits };
  }

  private differentiate() {
    const { tape, leaves, logits } = this.forward();
    const [sums, gradient] = tf.tidy(() => {
      const loss = pairLoss(logits.value, this.task);
      return [loss.sums, loss.gradient()];
    }) as [tf.Tensor2D, tf.Tensor2D];
    tape.backward(logits, gradient);
    return { loss: { sums }, leaves };
  }
}

async function readAndDispose(tensor: tf.Tensor): Promise<Float32Array> {
  const values = Float32Array.from((await tensor.data()) as Float32Array);
  tensor.dispose();
  return values;
}

function disposeOptimised({ value, firstMoment, secondMoment }: OptimisedTensor): void {
  tf.dispose([value, firstMoment, secondMoment]);
}
