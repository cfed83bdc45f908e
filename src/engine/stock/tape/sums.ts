/** Sums with broadcasting, and their gradients, which are sums over the broadcast axis. */
import * as tf from '@tensorflow/tfjs-core';
import type { Node, Tape } from '../tape.ts';

/**
 * Sum over the first (axis 0) or second (axis 1) axis of a p×q×w tensor. Pooling with one window
 * over the whole axis is the fastest kernel for it on the WebAssembly backend, by ten times.
 */
export function sumOverAxis(x: tf.Tensor, axis: 0 | 1): tf.Tensor {
  const [rows, columns, width] = x.shape as [number, number, number];
  const window: [number, number] = axis === 0 ? [rows, 1] : [1, columns];
  const average = tf.avgPool(x as tf.Tensor3D, window, 1, 'valid');
  return tf.mul(
    tf.reshape(average, [axis === 0 ? columns : rows, width]),
    axis === 0 ? rows : columns,
  );
}

/** Sum of two equally shaped tensors. */
export function sum(tape: Tape, x: Node, y: Node): Node {
  return tape.record(
    [x, y],
    () => tf.add(x.value, y.value),
    (gradient) => [tf.clone(gradient), tf.clone(gradient)],
  );
}

/** x multiplied by a fixed number. */
export function scaled(tape: Tape, x: Node, factor: number): Node {
  return tape.record(
    [x],
    () => tf.mul(x.value, factor),
    (gradient) => [tf.mul(gradient, factor)],
  );
}

/** A row vector (w, or 1×w) added to every row of x: n×w. */
export function rowAdded(tape: Tape, x: Node, row: Node): Node {
  return tape.record(
    [x, row],
    () => tf.add(x.value, row.value),
    (gradient) => [tf.clone(gradient), tf.reshape(columnSums(gradient), row.value.shape)],
  );
}

/** Sums of the columns of n×w, in two stages when n is a square so that rounding errors stay small. */
function columnSums(matrix: tf.Tensor): tf.Tensor {
  const [rows, width] = matrix.shape as [number, number];
  const side = Math.round(Math.sqrt(rows));
  if (side * side === rows && side > 1) {
    const partial = sumOverAxis(tf.reshape(matrix, [side, side, width]), 0);
    return sumOverAxis(tf.reshape(partial, [side, 1, width]), 0);
  }
  return sumOverAxis(tf.reshape(matrix, [rows, 1, width]), 0);
}

/** Which of the two numbers of a pair a table's row belongs to; "constant" for the same row always. */
export type TokenSource = 'first' | 'second' | 'constant';

/** A table of rows spread over all pairs (a, b): p×w (constant: 1×w) → p²×w, row a·p + b. */
export function spreadOverPairs(tape: Tape, table: Node, source: TokenSource, p: number): Node {
  const width = table.value.shape[1] as number;
  return tape.record(
    [table],
    () => {
      const shape = source === 'first' ? [p, 1, width] : [1, source === 'second' ? p : 1, width];
      // A product with ones repeats rows exactly, and a hundred times faster than tile or gather on
      // the WebAssembly backend.
      const repeated = tf.mul(tf.ones([p, p, 1]), tf.reshape(table.value, shape));
      return tf.reshape(repeated, [p * p, width]);
    },
    (gradient) => {
      if (source === 'constant') return [columnSums(gradient)];
      return [sumOverAxis(tf.reshape(gradient, [p, p, width]), source === 'first' ? 1 : 0)];
    },
  );
}
