/** Attention: factored scores for the first block, and the general form over positions. */
import * as tf from '@tensorflow/tfjs-core';
import type { Node, Tape } from '../tape.ts';

/**
 * Score of the first token minus score of the second, for the query at the second token:
 * out[h,a,b] = scale·(query[h,b]·firstKey[h,a] − query[h,b]·secondKey[h,b]).
 *
 * @param query H×p×w, of token b
 * @param firstKey H×p×w, of token a
 * @param secondKey H×p×w, of token b
 */
export function scoreDifference(
  tape: Tape,
  query: Node,
  firstKey: Node,
  secondKey: Node,
  scale: number,
): Node {
  const [heads, p] = query.value.shape as [number, number, number];
  const rows = [heads, 1, p];
  return tape.record(
    [query, firstKey, secondKey],
    () => {
      const crossed = tf.matMul(firstKey.value, tf.transpose(query.value, [0, 2, 1]));
      const own = tf.reshape(tf.sum(tf.mul(query.value, secondKey.value), 2), rows);
      return tf.mul(tf.sub(crossed, own), scale);
    },
    (upstream) => {
      const gradient = tf.mul(upstream, scale);
      const own = tf.reshape(tf.sum(gradient, 1), [heads, p, 1]);
      return [
        tf.sub(
          tf.matMul(tf.transpose(gradient, [0, 2, 1]), firstKey.value),
          tf.mul(own, secondKey.value),
        ),
        tf.matMul(gradient, query.value),
        tf.neg(tf.mul(own, query.value)),
      ];
    },
  );
}

/**
 * What each head reads: Σ_j (α·softmax_j(scale·query·key_j) + 1 − α)·value_j.
 *
 * @param query n×(H·w)
 * @param keys one n×(H·w) a position
 * @param values one n×(H·w) a position
 * @param attentionRate α; at 0 every value counts fully and the scores are not computed
 */
export function attendedValues(
  tape: Tape,
  query: Node,
  keys: readonly Node[],
  values: readonly Node[],
  heads: number,
  attentionRate: number,
): Node {
  const [rows, columns] = query.value.shape as [number, number];
  const width = columns / heads;
  const byHead = (tensor: tf.Tensor) => tf.reshape(tensor, [rows, heads, width]);
  const flat = (tensor: tf.Tensor) => tf.reshape(tensor, [rows, columns]);

  if (attentionRate === 0) {
    return tape.record(
      values,
      () => tf.addN(values.map((node) => node.value)),
      (gradient) => values.map(() => tf.clone(gradient)),
    );
  }

  const scale = 1 / Math.sqrt(width);
  /** Softmax weights, one n×H×1 a position. */
  const softmax = () => {
    const scores = keys.map((key) =>
      tf.mul(tf.sum(byHead(tf.mul(query.value, key.value)), 2, true), scale),
    );
    const highest = scores.reduce((left, right) => tf.maximum(left, right));
    const powers = scores.map((score) => tf.exp(tf.sub(score, highest)));
    const total = tf.addN(powers);
    return powers.map((power) => tf.div(power, total));
  };
  const mixing = (weights: tf.Tensor[]) =>
    weights.map((weight) => tf.add(tf.mul(weight, attentionRate), 1 - attentionRate));

  return tape.record(
    [query, ...keys, ...values],
    () =>
      flat(
        tf.addN(
          mixing(softmax()).map((weight, j) => tf.mul(weight, byHead((values[j] as Node).value))),
        ),
      ),
    (upstream) => {
      const gradient = byHead(upstream);
      const weights = softmax();
      const toWeights = values.map((value) =>
        tf.mul(tf.sum(tf.mul(gradient, byHead(value.value)), 2, true), attentionRate),
      );
      const average = tf.addN(
        weights.map((weight, j) => tf.mul(weight, toWeights[j] as tf.Tensor)),
      );
      const toScores = weights.map((weight, j) =>
        tf.mul(tf.mul(weight, tf.sub(toWeights[j] as tf.Tensor, average)), scale),
      );
      const toQuery = tf.addN(
        toScores.map((score, j) => tf.mul(score, byHead((keys[j] as Node).value))),
      );
      const toKeys = toScores.map((score) => flat(tf.mul(score, byHead(query.value))));
      const toValues = mixing(weights).map((weight) => flat(tf.mul(weight, gradient)));
      return [flat(toQuery), ...toKeys, ...toValues];
    },
  );
}
