/**
 * Cross-entropy of all pairs and its gradient, written by hand so that float32 keeps full relative
 * precision down to losses far below 1e-7 (SCIENCE section 2; the authors cast to float64 instead).
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Dataset } from '../../model/dataset.ts';

/**
 * Logit differences below this add less than 1e-32 to a sum of at least 1: raising them to it
 * changes nothing but keeps exp() from returning subnormal numbers, which are slow on every CPU.
 */
const lowestDifference = -75;

/**
 * Adding and subtracting this rounds everything below about 6e-21 to zero. Larger values keep their
 * size to within 7e-21, which no update can feel (the optimiser's eps is 1e-8), and products of what
 * remains with weights stay normal numbers.
 */
const gradientFlush = 1e-13;

/** Constants of a run's task on the device. */
export interface TaskTensors {
  /** p²×classes, 1 at the answer. */
  readonly answers: tf.Tensor2D;
  /** p²×2: columns are 1 for train pairs, 1 for test pairs. */
  readonly masks: tf.Tensor2D;
  /** p²×1: 1/(number of train pairs) for train pairs, else 0. */
  readonly trainWeights: tf.Tensor2D;
  /** p²: the answer's index. */
  readonly labels: tf.Tensor1D;
}

/** @param classes number of columns of the logits, at least p */
export function createTaskTensors(dataset: Dataset, classes: number): TaskTensors {
  const pairs = dataset.labels.length;
  const answers = new Float32Array(pairs * classes);
  const masks = new Float32Array(pairs * 2);
  const weights = new Float32Array(pairs);
  for (let pair = 0; pair < pairs; pair++) {
    const train = dataset.trainMask[pair] === 1;
    answers[pair * classes + (dataset.labels[pair] as number)] = 1;
    masks[pair * 2 + (train ? 0 : 1)] = 1;
    weights[pair] = train ? 1 / dataset.trainCount : 0;
  }
  return {
    answers: tf.tensor2d(answers, [pairs, classes]),
    masks: tf.tensor2d(masks, [pairs, 2]),
    trainWeights: tf.tensor2d(weights, [pairs, 1]),
    labels: tf.tensor1d(dataset.labels, 'int32'),
  };
}

/** Frees the constants. */
export function disposeTaskTensors(task: TaskTensors): void {
  tf.dispose([task.answers, task.masks, task.trainWeights, task.labels]);
}

/** Loss of all pairs. */
export interface PairLoss {
  /** 2×2: rows are summed loss and number of right answers, columns train and test. */
  readonly sums: tf.Tensor2D;
  /** p²×classes: gradient of the mean train loss with respect to the logits. */
  readonly gradient: () => tf.Tensor2D;
}

/**
 * With M the largest logit, e_c = exp(l_c − M) and s = Σ_{c≠y} e_c:
 *
 *   loss = (M − l_y) + log1p(s + (e_y − 1)),     ∂loss/∂l_c = e_c/Z,     ∂loss/∂l_y = −s/Z.
 *
 * Exact when the answer leads (M = l_y and e_y − 1 = 0) and free of cancellation when it does not
 * (then s ≥ 1). Call inside `tf.tidy`.
 */
export function pairLoss(logits: tf.Tensor, task: TaskTensors): PairLoss {
  const highest = tf.max(logits, 1, true);
  const difference = tf.sub(logits, highest);
  const powers = tf.exp(tf.maximum(difference, lowestDifference));
  const answerPower = tf.mul(powers, task.answers);
  const answerOnly = tf.sum(answerPower, 1, true);
  const others = tf.sub(powers, answerPower);
  const otherSum = tf.sum(others, 1, true);
  const excess = tf.add(otherSum, tf.sub(answerOnly, 1));
  const answerDifference = tf.sum(tf.mul(difference, task.answers), 1, true);
  const loss = tf.sub(preciseLog1p(excess), answerDifference);
  const hits = tf.cast(tf.equal(tf.argMax(logits, 1), task.labels), 'float32');
  const both = tf.concat([tf.transpose(loss), tf.reshape(hits, [1, -1])], 0);
  return {
    sums: tf.matMul(both as tf.Tensor2D, task.masks),
    gradient: () => {
      const rowFactor = tf.div(task.trainWeights, tf.add(excess, 1));
      const unscaled = tf.sub(others, tf.mul(task.answers, otherSum));
      const gradient = tf.mul(unscaled, rowFactor);
      return tf.sub(tf.add(gradient, gradientFlush), gradientFlush);
    },
  };
}

/** Below this the series is used: log(1 + z) has an absolute error up to 5e-7 on GPUs. */
const seriesLimit = 0.02;

/** log(1 + z) for z ≥ 0 with full relative precision on every backend. */
function preciseLog1p(z: tf.Tensor): tf.Tensor {
  let series = tf.scalar(1 / 5) as tf.Tensor;
  for (const coefficient of [-1 / 4, 1 / 3, -1 / 2, 1]) {
    series = tf.add(tf.mul(series, z), coefficient);
  }
  return tf.where(tf.less(z, seriesLimit), tf.mul(series, z), tf.log(tf.add(z, 1)));
}
