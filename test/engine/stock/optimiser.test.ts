import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { adamUpdate, type OptimisedTensor } from '../../../src/engine/stock/optimiser.ts';
import { createRandomStream } from '../../../src/math/random.ts';
import { warmUpFactor } from '../../../src/model/adam-schedule.ts';
import { describeOnBackends } from '../../support/backends.ts';
import { isNormalOrZero, relativeDifference } from '../../support/comparison.ts';

const settings = { learningRate: 1e-3, weightDecay: 2 };

describeOnBackends('AdamW', (backend) => {
  it('follows the published formulas', async () => {
    const random = createRandomStream(1, 'optimiser test');
    const draw = (count: number) => Array.from({ length: count }, () => random.normal());
    const first = draw(6);
    const gradients = Array.from({ length: 30 }, () => draw(6));
    let tensor = begin(first);
    gradients.forEach((gradient, step) => {
      tensor = next(tensor, gradient, step);
    });
    expect(relativeDifference(await tensor.value.data(), plainAdam(first, gradients))).toBeLessThan(
      1e-6,
    );
    disposeAll(tensor);
  });

  it('only decays a parameter the loss does not depend on', async () => {
    let tensor = begin([1, -2, 0.5]);
    for (let step = 0; step < 20; step++) tensor = next(tensor, undefined, step);
    const expected = Array.from({ length: 20 }, (_, step) => 1 - 0.002 * warmUpFactor(step)).reduce(
      (product, factor) => product * factor,
      1,
    );
    const values = await tensor.value.data();
    expect(relativeDifference(values, [expected, -2 * expected, 0.5 * expected])).toBeLessThan(
      1e-6,
    );
    disposeAll(tensor);
  });

  it('lets moments and weights that decay end at zero, not among subnormal numbers', async () => {
    const steps = backend === 'webgpu' ? 128 : 4096;
    let tensor = begin([1e-3, -1e-9, 3e-18, 0]);
    for (let step = 0; step < steps; step++) {
      const gradient = step < 5 ? [1e-3, -1e-12, 1e-17, 0] : [0, 0, 0, 0];
      tensor = next(tensor, gradient, step, { learningRate: 0.1, weightDecay: 5 });
      if (step % 64 === 63) {
        for (const part of [tensor.value, tensor.firstMoment, tensor.secondMoment]) {
          expect([...(await part.data())].every(isNormalOrZero), `step ${step}`).toBe(true);
        }
      }
    }
    if (backend !== 'webgpu') expect([...(await tensor.firstMoment.data())]).toEqual([0, 0, 0, 0]);
    disposeAll(tensor);
  });
});

function begin(values: number[]): OptimisedTensor {
  const value = tf.tensor1d(values);
  return { value, firstMoment: tf.zerosLike(value), secondMoment: tf.zerosLike(value) };
}

function next(
  tensor: OptimisedTensor,
  gradient: number[] | undefined,
  step: number,
  chosen = settings,
): OptimisedTensor {
  const updated = tf.tidy(() => ({
    ...adamUpdate(tensor, gradient && tf.tensor1d(gradient), step, chosen),
  }));
  disposeAll(tensor);
  return updated;
}

function disposeAll({ value, firstMoment, secondMoment }: OptimisedTensor): void {
  tf.dispose([value, firstMoment, secondMoment]);
}

/** AdamW as published (Loshchilov and Hutter 2019), in float64, with the run's warm-up. */
function plainAdam(first: readonly number[], gradients: readonly (readonly number[])[]): number[] {
  return first.map((start, index) => {
    let value = start;
    let mean = 0;
    let square = 0;
    gradients.forEach((gradient, step) => {
      const g = gradient[index] as number;
      const rate = settings.learningRate * Math.min(step / 10, 1);
      mean = 0.9 * mean + 0.1 * g;
      square = 0.98 * square + 0.02 * g * g;
      const corrected = mean / (1 - 0.9 ** (step + 1));
      const root = Math.sqrt(square / (1 - 0.98 ** (step + 1)));
      value -= rate * settings.weightDecay * value + (rate * corrected) / (root + 1e-8);
    });
    return value;
  });
}
