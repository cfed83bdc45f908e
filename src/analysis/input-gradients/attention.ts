/** Gradients of attention for a batch of pairs, with the mixed weights α·softmax + (1 − α). */
import { productWithTransposed } from '../../math/matrix-product.ts';
import { addTo } from '../../math/matrix-rows.ts';
import { modelDimensions } from '../../model/configuration.ts';
import type { PositionTrace } from '../../model/forward/transformer.ts';
import type { Network } from '../../model/network.ts';
import type { PreciseParameters } from '../../model/precise-parameters.ts';

/** Gradients of one position's projections, rows × (heads·headWidth). */
interface ProjectionGradients {
  readonly query: Float64Array;
  readonly key: Float64Array;
  readonly value: Float64Array;
}

/**
 * Gradients at a block's input rows, by position, from those at the rows after its attention
 * (undefined at positions nothing depends on).
 */
export function attendBackward(
  { configuration, causalMask }: Network,
  parameters: PreciseParameters,
  layer: number,
  positions: readonly PositionTrace[],
  upstream: readonly (Float64Array | undefined)[],
): Float64Array[] {
  const { heads, width, attentionRate } = configuration;
  const { headWidth } = modelDimensions(configuration);
  const all = heads * headWidth;
  const weight = (name: string) => `blocks.${layer}.attn.${name}`;
  const rows = (positions[0] as PositionTrace).value.length / all;
  const empty = () => new Float64Array(rows * all);
  const gradients = positions.map(
    (): ProjectionGradients => ({ query: empty(), key: empty(), value: empty() }),
  );
  upstream.forEach((gradient, position) => {
    if (gradient === undefined) return;
    const output = parameters.transposed(weight('W_O'), width, all);
    const toRead = productWithTransposed(gradient, output, width);
    const seen = causalMask ? position + 1 : positions.length;
    spreadToProjections(configuration, headWidth, positions, position, seen, toRead, gradients);
  });
  return gradients.map(({ query, key, value }, position) => {
    const back = (name: string, gradient: Float64Array) =>
      productWithTransposed(gradient, parameters.transposed(weight(name), all, width), all);
    const total = back('W_V', value);
    if (attentionRate > 0) {
      addTo(total, back('W_K', key));
      if (upstream[position] !== undefined) addTo(total, back('W_Q', query));
    }
    const passedBy = upstream[position];
    if (passedBy !== undefined) addTo(total, passedBy);
    return total;
  });
}

/** Sends the gradient of what one position reads to its query and to the keys and values it sees. */
function spreadToProjections(
  { heads, attentionRate }: Network['configuration'],
  headWidth: number,
  positions: readonly PositionTrace[],
  position: number,
  seen: number,
  toRead: Float64Array,
  gradients: readonly ProjectionGradients[],
): void {
  const { query, weights } = positions[position] as PositionTrace;
  const scale = 1 / Math.sqrt(headWidth);
  const toWeights = new Float64Array(seen);
  for (let block = 0; block < toRead.length / headWidth; block++) {
    const from = Math.floor(block / heads) * heads * headWidth + (block % heads) * headWidth;
    let average = 0;
    for (let j = 0; j < seen; j++) {
      const softmax = weights?.[block * seen + j] ?? 0;
      const mixed = attentionRate * softmax + 1 - attentionRate;
      const value = (positions[j] as PositionTrace).value;
      const toValue = (gradients[j] as ProjectionGradients).value;
      let product = 0;
      for (let at = from; at < from + headWidth; at++) {
        toValue[at] = (toValue[at] as number) + mixed * (toRead[at] as number);
        product += (toRead[at] as number) * (value[at] as number);
      }
      toWeights[j] = attentionRate * product;
      average += softmax * attentionRate * product;
    }
    if (weights === undefined || query === undefined) continue;
    const toQuery = (gradients[position] as ProjectionGradients).query;
    for (let j = 0; j < seen; j++) {
      const toScore =
        (weights[block * seen + j] as number) * ((toWeights[j] as number) - average) * scale;
      const key = (positions[j] as PositionTrace).key as Float64Array;
      const toKey = (gradients[j] as ProjectionGradients).key;
      for (let at = from; at < from + headWidth; at++) {
        toKey[at] = (toKey[at] as number) + toScore * (query[at] as number);
        toQuery[at] = (toQuery[at] as number) + toScore * (key[at] as number);
      }
    }
  }
}
