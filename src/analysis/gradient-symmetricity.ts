/** Gradient symmetricity: do the two inputs move the logits in the same direction? (paper, section 4.2) */
import { createRandomStream } from '../math/random.ts';
import { cosineSimilarity, mean, standardDeviation } from '../math/statistics.ts';
import type { Network } from '../model/network.ts';
import { inputGradients, type Triple } from './input-gradients.ts';

export type { Triple } from './input-gradients.ts';

/** Number of random triples the paper averages over. */
export const tripleCount = 100;

/** Mean cosine of the two input gradients. */
export interface GradientSymmetricity {
  /** Mean over the triples used, −1 … 1; NaN when none could be used. */
  readonly value: number;
  /** Standard error of the mean: how far another choice of triples may move it. */
  readonly error: number;
  /** Triples used. */
  readonly triples: number;
  /** Triples left out because a gradient was zero. */
  readonly leftOut: number;
  /** Cosine of each triple, undefined where it was left out. */
  readonly cosines: readonly (number | undefined)[];
}

/** The triples of a run: fixed by its seed, the same at every step. */
export function sampleTriples(p: number, seed: number, count = tripleCount): readonly Triple[] {
  const random = createRandomStream(seed, 'triples');
  return Array.from(
    { length: count },
    (): Triple => [random.integer(p), random.integer(p), random.integer(p)],
  );
}

/**
 * GS = mean over triples of cos(∂Q(a,b,c)/∂E_a, ∂Q(a,b,c)/∂E_b), the two occurrences taken as
 * separate inputs even when a = b.
 */
export function gradientSymmetricity(
  network: Network,
  triples: readonly Triple[],
): GradientSymmetricity {
  const { first, second } = inputGradients(network, triples);
  const width = first.length / triples.length;
  const cosines = triples.map((_, row) =>
    cosineSimilarity(
      first.subarray(row * width, (row + 1) * width),
      second.subarray(row * width, (row + 1) * width),
    ),
  );
  const used = cosines.filter((cosine) => cosine !== undefined);
  return {
    value: mean(used),
    error: standardDeviation(used) / Math.sqrt(used.length),
    triples: used.length,
    leftOut: cosines.length - used.length,
    cosines,
  };
}
