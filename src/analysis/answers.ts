/** What a network answers, read off the logits of all pairs. */
import { modulo } from '../math/modular.ts';
import type { Network } from '../model/network.ts';

/** Answers to all p² pairs. */
export interface Answers {
  /** Share of pairs whose largest logit is the right one; a tie counts for the lower class. */
  readonly accuracy: number;
  /** Mean cross-entropy over the pairs, in nats. */
  readonly loss: number;
  /** p², index a·p + b: logit of the right answer. */
  readonly correctLogits: Float32Array<ArrayBuffer>;
  /** p²: largest logit among the wrong answers. */
  readonly largestWrongLogits: Float32Array<ArrayBuffer>;
  /** p²: cross-entropy of each pair. */
  readonly losses: Float64Array;
  /** p²: 1 where the answer is right. */
  readonly right: Uint8Array;
}

/**
 * Reads off accuracy, loss and the logits that the measures need. The loss is
 * log1p(Σ_{c≠y} exp(l_c − l_y)), which keeps its precision when it is tiny (SCIENCE section 2).
 *
 * @param logits p² × columns, row a·p + b
 */
export function readAnswers(
  { configuration: { p }, answerClasses }: Pick<Network, 'configuration' | 'answerClasses'>,
  logits: Float32Array,
): Answers {
  const pairs = p * p;
  const columns = logits.length / pairs;
  const correctLogits = new Float32Array(pairs);
  const largestWrongLogits = new Float32Array(pairs);
  const losses = new Float64Array(pairs);
  const right = new Uint8Array(pairs);
  for (let pair = 0; pair < pairs; pair++) {
    const label = modulo(Math.floor(pair / p) + (pair % p), p);
    const row = pair * columns;
    const correct = logits[row + label] as number;
    let wrong = Number.NEGATIVE_INFINITY;
    let firstBest = true;
    for (let c = 0; c < answerClasses; c++) {
      if (c === label) continue;
      const value = logits[row + c] as number;
      if (value > wrong) wrong = value;
      if (value > correct || (value === correct && c < label)) firstBest = false;
    }
    const lead = Math.max(0, wrong - correct);
    let sum = lead === 0 ? 0 : Math.exp(-lead) - 1;
    for (let c = 0; c < answerClasses; c++) {
      if (c !== label) sum += Math.exp((logits[row + c] as number) - correct - lead);
    }
    losses[pair] = lead + Math.log1p(sum);
    correctLogits[pair] = correct;
    largestWrongLogits[pair] = wrong;
    right[pair] = firstBest ? 1 : 0;
  }
  return {
    accuracy: right.reduce((count, flag) => count + flag, 0) / pairs,
    loss: losses.reduce((total, value) => total + value, 0) / pairs,
    correctLogits,
    largestWrongLogits,
    losses,
    right,
  };
}

/** Mean over the pairs whose flag has the given value; NaN when there are none. */
export function meanWhere(values: ArrayLike<number>, flags: ArrayLike<number>, flag: number) {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < values.length; at++) {
    if (flags[at] !== flag) continue;
    sum += values[at] as number;
    count++;
  }
  return sum / count;
}
