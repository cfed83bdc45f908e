/** The linear models α, β, γ, δ as plain code, for a batch of pairs, in float64 (SCIENCE section 2). */
import { productWithTransposed } from '../../math/matrix-product.ts';
import { addTo, addToRows, gatherRows } from '../../math/matrix-rows.ts';
import { modelDimensions, type RunConfiguration } from '../configuration.ts';
import type { PreciseParameters } from '../precise-parameters.ts';
import type { PairBatch } from './position-tables.ts';

/** Everything a backward pass needs. */
export interface LinearTrace {
  /** Pre-activations of L1, rows × width. */
  readonly hidden: Float64Array;
  /** Pre-activations of L2 in β and γ. */
  readonly deeper: Float64Array | undefined;
}

/** True for the two models with a second hidden layer. */
export function hasSecondLayer({ model }: RunConfiguration): boolean {
  return model === 'linear-beta' || model === 'linear-gamma';
}

/** Runs a batch of pairs up to the last pre-activations. L1 is applied to tokens, not to pairs. */
export function linearForward(
  configuration: RunConfiguration,
  parameters: PreciseParameters,
  batch: PairBatch,
): LinearTrace {
  const { width } = configuration;
  const hidden = linearFirstLayer(configuration, parameters, batch);
  if (!hasSecondLayer(configuration)) return { hidden, deeper: undefined };
  const deeper = productWithTransposed(rectify(hidden), parameters.values('l2.weight'), width);
  addToRows(deeper, parameters.values('l2.bias'));
  return { hidden, deeper };
}

/** Pre-activations of L1, rows × width. */
export function linearFirstLayer(
  configuration: RunConfiguration,
  parameters: PreciseParameters,
  { first, second }: PairBatch,
): Float64Array {
  const { model, width } = configuration;
  const hidden = gatherRows(throughFirstLayer(configuration, parameters, 0), width, first);
  const part = model === 'linear-delta' ? 1 : 0;
  addTo(hidden, gatherRows(throughFirstLayer(configuration, parameters, part), width, second));
  const bias = parameters.values('l1.bias');
  addToRows(hidden, model === 'linear-gamma' ? bias.map((value) => 2 * value) : bias);
  return hidden;
}

/** ReLU. */
export function rectify(values: Float64Array): Float64Array {
  return values.map((value) => Math.max(value, 0));
}

/** L1 (or, in δ, the half of it that reads one of the two numbers) applied to every token. */
function throughFirstLayer(
  configuration: RunConfiguration,
  parameters: PreciseParameters,
  part: number,
): Float64Array {
  const { width } = configuration;
  const { embeddingWidth } = modelDimensions(configuration);
  const weights = firstLayerPart(parameters.values('l1.weight'), width, embeddingWidth, part);
  return productWithTransposed(parameters.values('embed.weight'), weights, embeddingWidth);
}

/** Columns of L1 that read one of the two embedding rows: all of them, but half of them in δ. */
export function firstLayerPart(
  weights: Float64Array,
  width: number,
  embeddingWidth: number,
  part: number,
): Float64Array {
  if (embeddingWidth === width) return weights;
  const half = new Float64Array(width * embeddingWidth);
  for (let row = 0; row < width; row++) {
    const from = row * width + part * embeddingWidth;
    half.set(weights.subarray(from, from + embeddingWidth), row * embeddingWidth);
  }
  return half;
}
