/** Circularity: the paper's filter for embeddings made of circles (appendix; SCIENCE section 3). */
import { symmetricEigen } from '../math/eigen.ts';
import { highestFrequency, residueAngle } from '../math/fourier.ts';
import type { EmbeddingTable } from '../model/embedding.ts';

/** Embeddings with at least this circularity count as circular in the paper. */
export const circularThreshold = 0.995;

/**
 * Mean over the first four principal components v of max_k 2/(p·Σv²)·|Σ_j v_j e^{2πijk/p}|²
 * (factor 1 instead of 2 for k = p/2, which has no sine). PCA centres the whole table, v are the
 * scores of its first p rows. Fewer components where the table has fewer.
 */
export function circularity(embedding: EmbeddingTable): number {
  const { p } = embedding;
  const components = principalScores(embedding, 4);
  const concentrations = components.map((scores) => strongestShare(scores, p));
  return concentrations.reduce((sum, value) => sum + value, 0) / components.length;
}

/** Scores of the first p rows on the leading principal components of the whole table. */
export function principalScores(
  { p, width, allRows }: EmbeddingTable,
  count: number,
): Float64Array[] {
  const rowCount = allRows.length / width;
  const centred = centreColumns(allRows, rowCount, width);
  const smaller = Math.min(rowCount, width);
  const gram = new Float64Array(smaller * smaller);
  const byRows = rowCount <= width;
  for (let i = 0; i < smaller; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let l = 0; l < (byRows ? width : rowCount); l++) {
        const left = byRows ? centred[i * width + l] : centred[l * width + i];
        const right = byRows ? centred[j * width + l] : centred[l * width + j];
        sum += (left as number) * (right as number);
      }
      gram[i * smaller + j] = sum;
      gram[j * smaller + i] = sum;
    }
  }
  const { values, vectors } = symmetricEigen(gram, smaller);
  const present = vectors.filter(
    (_, index) => index < count && (values[index] as number) > 1e-12 * (values[0] as number),
  );
  return present.map((vector) => {
    if (byRows) return vector.slice(0, p);
    return Float64Array.from({ length: p }, (_, row) => {
      let score = 0;
      for (let i = 0; i < width; i++) {
        score += (centred[row * width + i] as number) * (vector[i] as number);
      }
      return score;
    });
  });
}

function centreColumns(table: Float32Array, rowCount: number, width: number): Float64Array {
  const centred = Float64Array.from(table);
  for (let column = 0; column < width; column++) {
    let sum = 0;
    for (let row = 0; row < rowCount; row++) sum += centred[row * width + column] as number;
    for (let row = 0; row < rowCount; row++) {
      const index = row * width + column;
      centred[index] = (centred[index] as number) - sum / rowCount;
    }
  }
  return centred;
}

/** Largest share of a signal's power in one frequency. */
function strongestShare(scores: Float64Array, p: number): number {
  const power = scores.reduce((sum, value) => sum + value * value, 0);
  let strongest = 0;
  for (let k = 1; k <= highestFrequency(p); k++) {
    let real = 0;
    let imaginary = 0;
    scores.forEach((value, j) => {
      const angle = residueAngle(k, j, p);
      real += value * Math.cos(angle);
      imaginary += value * Math.sin(angle);
    });
    const factor = 2 * k === p ? 1 : 2;
    strongest = Math.max(strongest, (factor * (real * real + imaginary * imaginary)) / (p * power));
  }
  return strongest;
}
