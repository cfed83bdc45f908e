/**
 * The same training step with TensorFlow.js' automatic differentiation: what the gradient written by
 * hand is checked against, and measured against. Not for training: it is several times slower, and
 * its loss loses precision below about 1e-7.
 */
import * as tf from '@tensorflow/tfjs-core';
import { modelDimensions } from '../../model/configuration.ts';
import { type ParameterSet, parameter, parameterSpecifications } from '../../model/parameters.ts';
import { stepMetrics } from '../metrics.ts';
import type { EngineStart, StepMetrics, TrainingEngine } from '../training-engine.ts';
import { plainForward } from './autograd-baseline/plain-forward.ts';
import { createTaskTensors, disposeTaskTensors, type TaskTensors } from './loss.ts';
import { factoredTransformer } from './networks/factored-transformer.ts';
import { networkForward } from './networks.ts';
import { adamUpdate, type OptimisedTensor } from './optimiser.ts';

/** What the baseline has in common with the engines. */
export type AutogradBaseline = Pick<TrainingEngine, 'step' | 'advance' | 'gradients' | 'dispose'>;

/** A parameter that automatic differentiation may watch, with its moments. */
interface WatchedParameter extends OptimisedTensor {
  readonly value: tf.Variable;
}

/**
 * The network of `start` on the active backend.
 *
 * @throws RangeError for a network without a factored step: deeper, linear, or with the "=" token
 */
export async function createAutogradBaseline(start: EngineStart): Promise<AutogradBaseline> {
  if (networkForward(start.configuration) !== factoredTransformer) {
    throw new RangeError(
      'The baseline knows transformers with one layer and no "=" token only: choose such a network.',
    );
  }
  // Registers the gradients of all operations. tfjs-core offers them in a file that Node cannot
  // load as a module; the whole package is the way in, and is loaded only where it is needed.
  await import('@tensorflow/tfjs');
  return new Baseline(start);
}

class Baseline implements AutogradBaseline {
  step = 0;
  private readonly parameters = new Map<string, WatchedParameter>();
  private readonly task: TaskTensors;

  constructor(private readonly start: EngineStart) {
    const { configuration, dataset, parameters } = start;
    for (const { name, shape } of parameterSpecifications(configuration)) {
      const value = tf.tidy(() => tf.variable(tf.tensor(parameter(parameters, name), [...shape])));
      this.parameters.set(name, {
        value,
        firstMoment: tf.zerosLike(value),
        secondMoment: tf.zerosLike(value),
      });
    }
    this.task = createTaskTensors(dataset, modelDimensions(configuration).vocabulary);
  }

  async advance(count: number): Promise<readonly StepMetrics[]> {
    const firstStep = this.step;
    const sums = Array.from({ length: count }, () => this.update());
    const stacked = tf.stack(sums);
    const values = await stacked.data();
    tf.dispose([stacked, ...sums]);
    return sums.map((_, index) =>
      stepMetrics(firstStep + index, values.slice(4 * index, 4 * index + 4), this.start.dataset),
    );
  }

  async gradients(): Promise<ParameterSet> {
    const { sums, gradients } = this.differentiate();
    const result = new Map<string, Float32Array>();
    for (const [name, { value }] of this.parameters) {
      const gradient = gradients[value.name];
      result.set(
        name,
        gradient === undefined
          ? new Float32Array(value.size)
          : Float32Array.from(await gradient.data()),
      );
    }
    tf.dispose([sums, gradients]);
    return result;
  }

  dispose(): void {
    for (const { value, firstMoment, secondMoment } of this.parameters.values()) {
      tf.dispose([value, firstMoment, secondMoment]);
    }
    this.parameters.clear();
    disposeTaskTensors(this.task);
  }

  /** One update; returns the summed losses and hits before it, as `pairLoss` does. */
  private update(): tf.Tensor {
    const { sums, gradients } = this.differentiate();
    for (const [name, watched] of this.parameters) {
      const { value, firstMoment, secondMoment } = watched;
      const updated = tf.tidy(() => ({
        ...adamUpdate(watched, gradients[value.name], this.step, this.start.configuration),
      }));
      value.assign(updated.value);
      tf.dispose([updated.value, firstMoment, secondMoment]);
      this.parameters.set(name, { ...updated, value });
    }
    tf.dispose(gradients);
    this.step += 1;
    return sums;
  }

  /** Gradients by variable name; parameters the loss does not depend on have none. */
  private differentiate() {
    const { answers, masks, trainWeights, labels } = this.task;
    const kept: { logits?: tf.Tensor; losses?: tf.Tensor } = {};
    const { value, grads } = tf.variableGrads(
      () => {
        const logits = plainForward(
          this.start.configuration,
          (name) => (this.parameters.get(name) as WatchedParameter).value,
        );
        const losses = tf.neg(tf.sum(tf.mul(tf.logSoftmax(logits), answers), 1, true));
        kept.logits = tf.keep(logits);
        kept.losses = tf.keep(losses);
        return tf.sum(tf.mul(losses, trainWeights)) as tf.Scalar;
      },
      [...this.parameters.values()].map((watched) => watched.value),
    );
    const { logits, losses } = kept as { logits: tf.Tensor; losses: tf.Tensor };
    const sums = tf.tidy(() => {
      const hits = tf.cast(tf.equal(tf.argMax(logits, 1), labels), 'float32');
      const both = tf.concat([tf.transpose(losses), tf.reshape(hits, [1, -1])], 0);
      return tf.matMul(both, masks);
    });
    tf.dispose([value, logits, losses]);
    return { sums, gradients: grads };
  }
}
