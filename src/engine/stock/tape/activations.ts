/** The bends: ReLU, exact GELU, and the sigmoid of two-token attention. */
import * as tf from '@tensorflow/tfjs-core';
import type { Node, Tape } from '../tape.ts';

/** Hidden-layer activation. GELU is the erf form, x·Φ(x). */
export function activated(tape: Tape, x: Node, activation: 'relu' | 'gelu'): Node {
  return activation === 'relu' ? rectified(tape, x) : gaussianErrorLinear(tape, x);
}

/**
 * max(x, 0). Its gradient needs the result only, so x, one of the largest tensors of a step, is
 * freed at once: nothing else may read it.
 */
export function rectified(tape: Tape, x: Node): Node {
  const output: Node = tape.record(
    [x],
    () => tf.relu(x.value),
    (gradient) => [tf.mul(gradient, tf.step(output.value))],
  );
  x.value.dispose();
  return output;
}

function gaussianErrorLinear(tape: Tape, x: Node): Node {
  const cumulative = () => tf.mul(tf.add(tf.erf(tf.mul(x.value, Math.SQRT1_2)), 1), 0.5);
  return tape.record(
    [x],
    () => tf.mul(x.value, cumulative()),
    (gradient) => {
      const density = tf.mul(tf.exp(tf.mul(tf.square(x.value), -0.5)), 1 / Math.sqrt(2 * Math.PI));
      return [tf.mul(gradient, tf.add(cumulative(), tf.mul(x.value, density)))];
    },
  );
}

/** scale·sigmoid(x): attention over two tokens, weighted with the attention rate. */
export function scaledSigmoid(tape: Tape, x: Node, scale: number): Node {
  return tape.record(
    [x],
    () => tf.mul(tf.sigmoid(x.value), scale),
    (gradient) => {
      const weight = tf.sigmoid(x.value);
      return [tf.mul(gradient, tf.mul(tf.mul(weight, tf.sub(1, weight)), scale))];
    },
  );
}
