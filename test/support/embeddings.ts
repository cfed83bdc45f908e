/** Embeddings made of circles that are known. */
import { residueAngle } from '../../src/math/fourier.ts';
import { createRandomStream } from '../../src/math/random.ts';
import type { EmbeddingTable } from '../../src/model/embedding.ts';

/** One frequency's part of an embedding: cos(w_k t)·cosine + sin(w_k t)·sine. */
export interface Wave {
  readonly k: number;
  readonly cosine: readonly number[];
  readonly sine: readonly number[];
}

/** The table whose rows are the sum of some waves and a constant row. */
export function waveTable(
  p: number,
  waves: readonly Wave[],
  centre: readonly number[] = [],
): EmbeddingTable {
  const width = waves[0]?.cosine.length ?? 0;
  const rows = Float32Array.from({ length: p * width }, (_, index) => {
    const t = Math.floor(index / width);
    const column = index % width;
    return waves.reduce(
      (sum, { k, cosine, sine }) =>
        sum +
        Math.cos(residueAngle(k, t, p)) * (cosine[column] as number) +
        Math.sin(residueAngle(k, t, p)) * (sine[column] as number),
      centre[column] ?? 0,
    );
  });
  return { p, width, rows, allRows: rows };
}

/** A table of normal random numbers. */
export function randomTable(p: number, width: number, seed: number): EmbeddingTable {
  const { normal } = createRandomStream(seed, 'random table');
  const rows = Float32Array.from({ length: p * width }, normal);
  return { p, width, rows, allRows: rows };
}

/** A round circle of frequency k in the two given directions of space. */
export function circle(
  k: number,
  radius: number,
  axes: readonly [number, number],
  width = 8,
): Wave {
  const direction = (axis: number) =>
    Array.from({ length: width }, (_, index) => (index === axis ? radius : 0));
  return { k, cosine: direction(axes[0]), sine: direction(axes[1]) };
}
