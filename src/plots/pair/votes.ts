/** What circles say about the answer: logits as votes, favourites, common scales. */

import type { Domain } from '../heatmap/domain.ts';

/** Logits less their mean: a constant on all answers votes for none. */
export function centredVotes(logits: ArrayLike<number>): Float32Array {
  let sum = 0;
  for (let c = 0; c < logits.length; c++) sum += logits[c] as number;
  const mean = sum / Math.max(1, logits.length);
  return Float32Array.from(logits, (logit) => logit - mean);
}

/** Votes nearer to the largest one than this part of their range count as equal to it. */
const TIE = 1e-3;

/**
 * The answers with the largest vote, the largest first: more than one where votes tie, as for
 * residues on the same place of a circle. None where no vote is a number or all are the same.
 */
export function favourites(votes: ArrayLike<number>): number[] {
  const { low, high } = rangeOf([votes]);
  if (!(high > low)) return [];
  return Array.from(votes, (vote, c) => ({ vote, c }))
    .filter(({ vote }) => vote >= high - TIE * (high - low))
    .sort((one, other) => other.vote - one.vote || one.c - other.c)
    .map(({ c }) => c);
}

/** One scale for several rows of votes, 0 always inside; −1 … 1 when there is nothing to show. */
export function commonDomain(rows: readonly ArrayLike<number>[]): Domain {
  const range = rangeOf(rows);
  const [low, high] = [Math.min(0, range.low), Math.max(0, range.high)];
  return high > low ? { low, high } : { low: -1, high: 1 };
}

/** Smallest and largest number of all rows; infinite the wrong way round where there is none. */
function rangeOf(rows: readonly ArrayLike<number>[]): Domain {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    for (let c = 0; c < row.length; c++) {
      const vote = row[c] as number;
      if (!Number.isFinite(vote)) continue;
      low = Math.min(low, vote);
      high = Math.max(high, vote);
    }
  }
  return { low, high };
}
