/** One attention layer for one input, forward and backward, in float64. */
import { addScaled, multiplyTransposedVector, multiplyVector } from '../../math/dense.ts';
import { modelDimensions, type RunConfiguration } from '../../model/configuration.ts';
import type { PreciseParameters } from '../input-gradients.ts';

/** Everything computed in the forward pass, by position. */
export interface BlockAttention {
  readonly queries: readonly (Float64Array | undefined)[];
  readonly keys: readonly Float64Array[];
  readonly values: readonly Float64Array[];
  /** softmax weights, by query position, then head·context + key position. */
  readonly weights: readonly (Float64Array | undefined)[];
  /** What attention adds to the residual row, by query position. */
  readonly outputs: readonly (Float64Array | undefined)[];
}

/** A residual row multiplied with W_Q, W_K or W_V of a layer. */
export type Projection = (layer: number, name: string, row: Float64Array) => Float64Array;

/** Projections that remember their results for as long as the row lives: tokens recur often. */
export function rememberedProjection(
  configuration: RunConfiguration,
  parameters: PreciseParameters,
): Projection {
  const { heads, width } = configuration;
  const all = heads * modelDimensions(configuration).headWidth;
  const known = new WeakMap<Float64Array, Map<string, Float64Array>>();
  return (layer, name, row) => {
    const results = known.get(row) ?? new Map<string, Float64Array>();
    known.set(row, results);
    const key = `blocks.${layer}.attn.${name}`;
    const result = results.get(key) ?? multiplyVector(parameters(key), row, all, width);
    results.set(key, result);
    return result;
  };
}

/**
 * Attention with the mixed weights α·softmax + (1 − α) (SCIENCE section 2).
 *
 * @param residual one row a position
 * @param queryPositions positions at which the result is wanted
 */
export function attendForward(
  configuration: RunConfiguration,
  parameters: PreciseParameters,
  layer: number,
  residual: readonly Float64Array[],
  queryPositions: readonly number[],
  project: Projection,
): BlockAttention {
  const { heads, width, attentionRate } = configuration;
  const { headWidth } = modelDimensions(configuration);
  const all = heads * headWidth;
  const weight = (name: string) => parameters(`blocks.${layer}.attn.${name}`);
  const values = residual.map((row) => project(layer, 'W_V', row));
  const keys = attentionRate > 0 ? residual.map((row) => project(layer, 'W_K', row)) : [];
  const queries: Float64Array[] = [];
  const weights: Float64Array[] = [];
  const outputs: Float64Array[] = [];

  for (const position of queryPositions) {
    const read = new Float64Array(all);
    if (attentionRate > 0) {
      const query = project(layer, 'W_Q', residual[position] as Float64Array);
      queries[position] = query;
      weights[position] = softmaxWeights(query, keys, heads, headWidth);
    }
    for (let index = 0; index < all; index++) {
      const head = Math.floor(index / headWidth);
      values.forEach((value, j) => {
        const softmax = weights[position]?.[head * values.length + j] ?? 0;
        const mixed = attentionRate * softmax + 1 - attentionRate;
        read[index] = (read[index] as number) + mixed * (value[index] as number);
      });
    }
    outputs[position] = multiplyVector(weight('W_O'), read, width, all);
  }
  return { queries, keys, values, weights, outputs };
}

/** Gradients at the input rows from those at the attention output of each query position. */
export function attendBackward(
  configuration: RunConfiguration,
  parameters: PreciseParameters,
  layer: number,
  trace: BlockAttention,
  upstream: readonly (Float64Array | undefined)[],
): Float64Array[] {
  const { heads, width, attentionRate } = configuration;
  const { headWidth, context } = modelDimensions(configuration);
  const all = heads * headWidth;
  const scale = 1 / Math.sqrt(headWidth);
  const weight = (name: string) => parameters(`blocks.${layer}.attn.${name}`);
  const zeros = () => Array.from({ length: context }, () => new Float64Array(all));
  const toValues = zeros();
  const toKeys = zeros();
  const toQueries = zeros();

  upstream.forEach((gradient, position) => {
    if (gradient === undefined) return;
    const toRead = multiplyTransposedVector(weight('W_O'), gradient, width, all);
    const weights = trace.weights[position];
    const query = trace.queries[position];
    for (let head = 0; head < heads; head++) {
      const from = head * headWidth;
      const to = from + headWidth;
      const toWeights = new Float64Array(context);
      for (let j = 0; j < context; j++) {
        const softmax = weights?.[head * context + j] ?? 0;
        const mixed = attentionRate * softmax + 1 - attentionRate;
        const value = trace.values[j] as Float64Array;
        const toValue = toValues[j] as Float64Array;
        let product = 0;
        for (let i = from; i < to; i++) {
          toValue[i] = (toValue[i] as number) + mixed * (toRead[i] as number);
          product += (toRead[i] as number) * (value[i] as number);
        }
        toWeights[j] = attentionRate * product;
      }
      if (weights === undefined || query === undefined) continue;
      const own = weights.subarray(head * context, (head + 1) * context);
      const average = own.reduce((sum, value, j) => sum + value * (toWeights[j] as number), 0);
      for (let j = 0; j < context; j++) {
        const toScore = (own[j] as number) * ((toWeights[j] as number) - average) * scale;
        const key = trace.keys[j] as Float64Array;
        const toKey = toKeys[j] as Float64Array;
        const toQuery = toQueries[position] as Float64Array;
        for (let i = from; i < to; i++) {
          toKey[i] = (toKey[i] as number) + toScore * (query[i] as number);
          toQuery[i] = (toQuery[i] as number) + toScore * (key[i] as number);
        }
      }
    }
  });

  return toValues.map((toValue, position) => {
    const row = multiplyTransposedVector(weight('W_V'), toValue, all, width);
    if (attentionRate > 0) {
      addScaled(
        row,
        multiplyTransposedVector(weight('W_K'), toKeys[position] as Float64Array, all, width),
      );
      addScaled(
        row,
        multiplyTransposedVector(weight('W_Q'), toQueries[position] as Float64Array, all, width),
      );
    }
    return row;
  });
}

function softmaxWeights(
  query: Float64Array,
  keys: readonly Float64Array[],
  heads: number,
  headWidth: number,
): Float64Array {
  const weights = new Float64Array(heads * keys.length);
  for (let head = 0; head < heads; head++) {
    const scores = keys.map((key) => {
      let score = 0;
      for (let i = head * headWidth; i < (head + 1) * headWidth; i++) {
        score += (query[i] as number) * (key[i] as number);
      }
      return score / Math.sqrt(headWidth);
    });
    const highest = Math.max(...scores);
    const powers = scores.map((score) => Math.exp(score - highest));
    const total = powers.reduce((sum, power) => sum + power, 0);
    powers.forEach((power, j) => {
      weights[head * keys.length + j] = power / total;
    });
  }
  return weights;
}
