/** What circles say about the answer: logits as votes, favourites, the winner, common scales. */

import type { Domain } from '../heatmap/domain.ts';

/** Logits less their mean: a constant on all answers votes for none. */
export function centredVotes(logits: ArrayLike<number>): Float32Array {
  let sum = 0;
  for (let c = 0; c < logits.length; c++) sum += logits[c] as number;
  const mean = sum / Math.max(1, logits.length);
  return Float32Array.from(logits, (logit) => logit - mean);
}

/** The answer with the largest vote, the first of several; undefined when no vote is a number. */
export function favourite(votes: ArrayLike<number>): number | undefined {
  let best: number | undefined;
  for (let c = 0; c < votes.length; c++) {
    const vote = votes[c] as number;
    if (!Number.isFinite(vote)) continue;
    if (best === undefined || vote > (votes[best] as number)) best = c;
  }
  return best;
}

/** One scale for several rows of votes, 0 always inside; −1 … 1 when there is nothing to show. */
export function commonDomain(rows: readonly ArrayLike<number>[]): Domain {
  let [low, high] = [0, 0];
  for (const row of rows) {
    for (let c = 0; c < row.length; c++) {
      const vote = row[c] as number;
      if (!Number.isFinite(vote)) continue;
      low = Math.min(low, vote);
      high = Math.max(high, vote);
    }
  }
  return high > low ? { low, high } : { low: -1, high: 1 };
}
