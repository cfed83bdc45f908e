/**
 * Matrix products. TensorFlow.js' WebAssembly kernel is about ten times slower with its transpose
 * flags, and packs the right-hand matrix on every call: so matrices are transposed explicitly, and
 * the small one stands on the right where there is a choice.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Node, Tape } from '../tape.ts';

/** leftᵀ·right for left: n×i and right: n×j, with the smaller of the two on the right. */
function productOverRows(left: tf.Tensor, right: tf.Tensor): tf.Tensor {
  return left.size >= right.size
    ? tf.matMul(tf.transpose(left), right)
    : tf.transpose(tf.matMul(tf.transpose(right), left));
}

/** x·w for x: n×i, w: i×j. */
export function matrixProduct(tape: Tape, x: Node, w: Node): Node {
  return tape.record(
    [x, w],
    () => tf.matMul(x.value, w.value),
    (gradient) => [tf.matMul(gradient, tf.transpose(w.value)), productOverRows(x.value, gradient)],
  );
}

/** x·wᵀ for x: n×i and a weight w: j×i, the usual layout of a linear layer. */
export function linearMap(tape: Tape, x: Node, w: Node): Node {
  return tape.record(
    [x, w],
    () => tf.matMul(x.value, tf.transpose(w.value)),
    (gradient) => [tf.matMul(gradient, w.value), productOverRows(gradient, x.value)],
  );
}

/** Products of H pairs of matrices at once: x: H×n×i, y: H×i×j → H×n×j. */
export function batchedProduct(tape: Tape, x: Node, y: Node): Node {
  return tape.record(
    [x, y],
    () => tf.matMul(x.value, y.value),
    (gradient) => [
      tf.matMul(gradient, tf.transpose(y.value, [0, 2, 1])),
      tf.matMul(tf.transpose(x.value, [0, 2, 1]), gradient),
    ],
  );
}
