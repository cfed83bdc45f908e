/**
 * The heart of the factored step: a value for every pair (a, b) out of tables with one row a token,
 *
 *   out[a,b] = first[a] + second[b] + Σ_h weight_h[a,b]·(firstHead_h[a] − secondHead_h[b]).
 *
 * The weights are p×p, the tables p×w; the result is p²×w and the only large tensor made.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Node, Tape } from '../tape.ts';
import { sumOverAxis } from './sums.ts';

/** What one attention head adds. */
export interface HeadTables {
  /** p×p: α·σ_h[a,b], the head's weight on the first token. */
  readonly weight: Node;
  /** p×w: what the head reads from the first token a. */
  readonly first: Node;
  /** p×w: what the head reads from the second token b. */
  readonly second: Node;
}

/** Pair values from tables; without heads only the first two terms. */
export function pairSum(tape: Tape, first: Node, second: Node, heads: readonly HeadTables[]): Node {
  const [p, width] = first.value.shape as [number, number];
  const alongFirst = (table: tf.Tensor) => tf.reshape(table, [p, 1, width]);
  const alongSecond = (table: tf.Tensor) => tf.reshape(table, [1, p, width]);
  const difference = (head: HeadTables) =>
    tf.sub(alongFirst(head.first.value), alongSecond(head.second.value));
  const weight = (head: HeadTables) => tf.reshape(head.weight.value, [p, p, 1]);

  return tape.record(
    [first, second, ...heads.flatMap((head) => [head.weight, head.first, head.second])],
    () => {
      let total = tf.add(alongFirst(first.value), alongSecond(second.value));
      for (const head of heads) {
        const previous = total;
        total = tf.tidy(() => tf.add(previous, tf.mul(difference(head), weight(head))));
        previous.dispose();
      }
      return tf.reshape(total, [p * p, width]);
    },
    (flat) => {
      const gradient = tf.reshape(flat, [p, p, width]);
      return [
        sumOverAxis(gradient, 1),
        sumOverAxis(gradient, 0),
        ...heads.flatMap((head) => [
          tf.tidy(() => tf.sum(tf.mul(gradient, difference(head)), 2)),
          ...tf.tidy(() => {
            const weighted = tf.mul(gradient, weight(head));
            return [sumOverAxis(weighted, 1), tf.neg(sumOverAxis(weighted, 0))];
          }),
        ]),
      ];
    },
  );
}
