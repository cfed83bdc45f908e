/** Circularity: the paper's filter for embeddings made of circles (appendix; SCIENCE section 3). */
import { highestFrequency, residueAngle } from '../math/fourier.ts';
import type { EmbeddingTable } from '../model/embedding.ts';
import { principalComponents } from './principal-components.ts';

/** Embeddings with at least this circularity count as circular in the paper. */
export const circularThreshold = 0.995;

/**
 * Mean over the first four principal components v of max_k 2/(p·Σv²)·|Σ_j v_j e^{2πijk/p}|²
 * (factor 1 instead of 2 for k = p/2, which has no sine). PCA centres the whole table, v are the
 * scores of its first p rows. Fewer components where the table has fewer.
 */
export function circularity({ p, width, allRows }: EmbeddingTable): number {
  const { components } = principalComponents(allRows, width, 4);
  const shares = components.map(({ scores }) => strongestFrequency(scores.subarray(0, p)).share);
  return shares.reduce((sum, value) => sum + value, 0) / shares.length;
}

/** The frequency that holds most of a signal's power, and its share of it. */
export function strongestFrequency(scores: Float64Array): {
  readonly k: number;
  readonly share: number;
} {
  const p = scores.length;
  const power = scores.reduce((sum, value) => sum + value * value, 0);
  let strongest = { k: 0, share: 0 };
  for (let k = 1; k <= highestFrequency(p); k++) {
    let real = 0;
    let imaginary = 0;
    scores.forEach((value, j) => {
      const angle = residueAngle(k, j, p);
      real += value * Math.cos(angle);
      imaginary += value * Math.sin(angle);
    });
    const factor = 2 * k === p ? 1 : 2;
    const share = (factor * (real * real + imaginary * imaginary)) / (p * power);
    if (share > strongest.share) strongest = { k, share };
  }
  return strongest;
}
