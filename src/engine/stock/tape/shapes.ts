/** Operations that only move values: transposes, reshapes and slices. */
import * as tf from '@tensorflow/tfjs-core';
import type { Node, Tape } from '../tape.ts';

/** Axes reordered; the default exchanges the two axes of a matrix. */
export function transposed(tape: Tape, x: Node, order: readonly number[] = [1, 0]): Node {
  const inverse = order.map((_, axis) => order.indexOf(axis));
  return tape.record(
    [x],
    () => tf.transpose(x.value, [...order]),
    (gradient) => [tf.transpose(gradient, inverse)],
  );
}

/** The same values in another shape. */
export function reshaped(tape: Tape, x: Node, shape: readonly number[]): Node {
  const original = x.value.shape;
  return tape.record(
    [x],
    () => tf.reshape(x.value, [...shape]),
    (gradient) => [tf.reshape(gradient, original)],
  );
}

/** `count` entries along an axis of a matrix, from `start`. */
export function sliced(tape: Tape, x: Node, axis: 0 | 1, start: number, count: number): Node {
  const [rows, columns] = x.value.shape as [number, number];
  const whole = axis === 0 ? rows : columns;
  if (start === 0 && count === whole) return x;
  const padding: [number, number] = [start, whole - start - count];
  return tape.record(
    [x],
    () =>
      axis === 0
        ? tf.slice(x.value, [start, 0], [count, columns])
        : tf.slice(x.value, [0, start], [rows, count]),
    (gradient) => [
      tf.pad(gradient as tf.Tensor2D, axis === 0 ? [padding, [0, 0]] : [[0, 0], padding]),
    ],
  );
}

/** n×(H·w) → H×n×w: the columns of each head as a matrix of its own. */
export function splitHeads(tape: Tape, x: Node, heads: number): Node {
  const [rows, columns] = x.value.shape as [number, number];
  return transposed(tape, reshaped(tape, x, [rows, heads, columns / heads]), [1, 0, 2]);
}

/** H×n×w → H separate matrices n×w. */
export function unstacked(tape: Tape, x: Node): readonly Node[] {
  return tape.recordMany(
    [x],
    () => tf.unstack(x.value),
    (gradients) => [tf.stack([...gradients])],
  );
}
