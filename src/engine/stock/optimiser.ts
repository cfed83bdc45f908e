/**
 * AdamW with the authors' settings (SCIENCE section 2): betas (0.9, 0.98), eps 1e-8, decoupled decay
 * on every parameter, learning-rate factor min(step/10, 1) with step counted from 0.
 *
 * The moments are kept divided by (1 − β), which saves two operations a parameter:
 * first = m/(1 − β₁), second = v/(1 − β₂). Stored moments of this engine are in that form.
 */
import * as tf from '@tensorflow/tfjs-core';
import {
  type AdamSettings,
  firstBeta,
  scaledAdamFactors,
  secondBeta,
} from '../../model/adam-schedule.ts';

/** Every so many steps decayed moments and weights near zero are set to zero. */
const flushInterval = 64;

/**
 * Adding and subtracting one of these rounds values about 1e8 times smaller to zero, long before
 * they become subnormal numbers and slow the CPU down. Others change by no more than that much:
 * weights and first moments by 7e-18, second moments by 7e-32.
 */
const valueFlush = 1e-10;
const secondMomentFlush = 1e-24;

/** A parameter with its two moments. */
export interface OptimisedTensor {
  readonly value: tf.Tensor;
  readonly firstMoment: tf.Tensor;
  readonly secondMoment: tf.Tensor;
}

/**
 * One update. Returns new tensors; the caller frees the old ones. Call inside `tf.tidy`.
 *
 * @param gradient undefined for a parameter that the loss does not depend on: it only decays
 * @param step number of updates made before this one
 */
export function adamUpdate(
  { value, firstMoment, secondMoment }: OptimisedTensor,
  gradient: tf.Tensor | undefined,
  step: number,
  settings: AdamSettings,
): OptimisedTensor {
  const { kept, stepSize, epsilon } = scaledAdamFactors(step, settings);
  const decayed = tf.mul(value, kept);
  const flushes = step % flushInterval === flushInterval - 1;
  if (gradient === undefined) {
    return {
      value: flushes ? flushed(decayed, valueFlush) : decayed,
      firstMoment: tf.clone(firstMoment),
      secondMoment: tf.clone(secondMoment),
    };
  }
  const first = tf.add(tf.mul(firstMoment, firstBeta), gradient);
  const second = tf.add(tf.mul(secondMoment, secondBeta), tf.square(gradient));
  const direction = tf.div(first, tf.add(tf.sqrt(second), epsilon));
  const updated = tf.sub(decayed, tf.mul(direction, stepSize));
  if (!flushes) return { value: updated, firstMoment: first, secondMoment: second };
  return {
    value: flushed(updated, valueFlush),
    firstMoment: flushed(first, valueFlush),
    secondMoment: flushed(second, secondMomentFlush),
  };
}

function flushed(x: tf.Tensor, threshold: number): tf.Tensor {
  return tf.sub(tf.add(x, threshold), threshold);
}
