/** Attention of one block at one reading position, for a batch of pairs, in float64. */

/** Sizes and settings of an attention layer. */
export interface AttentionSettings {
  readonly heads: number;
  readonly headWidth: number;
  /** α: heads read with α·softmax + (1 − α)·1 (SCIENCE section 2). */
  readonly attentionRate: number;
}

/** What one position reads. */
export interface AttentionRead {
  /** rows × (heads·headWidth): the mixed values, before W_O. */
  readonly read: Float64Array;
  /** Softmax weights, rows × heads × (number of keys); undefined at α = 0. */
  readonly weights: Float64Array | undefined;
}

/**
 * Σ_j (α·softmax_j(query·key_j/√headWidth) + 1 − α)·value_j for each row and head.
 *
 * @param query rows × (heads·headWidth); undefined at α = 0, where no score is needed
 * @param keys one array like the query for each position that is seen
 * @param values the same for the values
 */
export function attend(
  settings: AttentionSettings,
  query: Float64Array | undefined,
  keys: readonly Float64Array[],
  values: readonly Float64Array[],
): AttentionRead {
  const { heads, headWidth, attentionRate } = settings;
  const all = heads * headWidth;
  const rows = (values[0] as Float64Array).length / all;
  const weights = query === undefined ? undefined : softmaxWeights(settings, query, keys, rows);
  const read = new Float64Array(rows * all);
  values.forEach((value, j) => {
    for (let row = 0; row < rows; row++) {
      for (let head = 0; head < heads; head++) {
        const softmax = weights?.[(row * heads + head) * values.length + j] ?? 0;
        const mixed = attentionRate * softmax + 1 - attentionRate;
        const from = row * all + head * headWidth;
        for (let at = from; at < from + headWidth; at++) {
          read[at] = (read[at] as number) + mixed * (value[at] as number);
        }
      }
    }
  });
  return { read, weights };
}

/**
 * Softmax over the positions seen, rows × heads × positions.
 *
 * @param rows number of rows of the query and of each key
 */
export function softmaxWeights(
  { heads, headWidth }: AttentionSettings,
  query: Float64Array,
  keys: readonly Float64Array[],
  rows: number,
): Float64Array {
  const count = keys.length;
  const all = heads * headWidth;
  const weights = new Float64Array(rows * heads * count);
  const scale = 1 / Math.sqrt(headWidth);
  for (let block = 0; block < rows * heads; block++) {
    const from = Math.floor(block / heads) * all + (block % heads) * headWidth;
    let highest = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < count; j++) {
      const key = keys[j] as Float64Array;
      let score = 0;
      for (let at = from; at < from + headWidth; at++) {
        score += (query[at] as number) * (key[at] as number);
      }
      weights[block * count + j] = score * scale;
      highest = Math.max(highest, score * scale);
    }
    let total = 0;
    for (let j = 0; j < count; j++) {
      const power = Math.exp((weights[block * count + j] as number) - highest);
      weights[block * count + j] = power;
      total += power;
    }
    for (let j = 0; j < count; j++) {
      weights[block * count + j] = (weights[block * count + j] as number) / total;
    }
  }
  return weights;
}
