/**
 * The networks as plain code: logits and first-layer pre-activations of any pairs, in float64. What
 * engines compute faster is checked against this, and analysis runs on it where no engine is.
 */
import { productWithTransposed } from '../math/matrix-product.ts';
import { isTransformer, modelDimensions } from './configuration.ts';
import { firstLayer } from './forward/first-layer.ts';
import { linearFirstLayer, linearForward, rectify } from './forward/linear.ts';
import type { PairBatch } from './forward/position-tables.ts';
import { finalResidual, transformerForward } from './forward/transformer.ts';
import type { Network } from './network.ts';
import { type PreciseParameters, preciseParameters } from './precise-parameters.ts';

export type { PairBatch } from './forward/position-tables.ts';

/** Pairs computed together: enough to fill the registers' tiles, few enough to stay in the cache. */
const batchRows = 256;

/** Logits of a batch, rows × vocabulary. */
export function batchLogits(
  network: Network,
  batch: PairBatch,
  parameters: PreciseParameters = preciseParameters(network.parameters),
): Float64Array {
  const { configuration, causalMask } = network;
  const { width } = configuration;
  if (isTransformer(configuration)) {
    const { vocabulary } = modelDimensions(configuration);
    const trace = transformerForward(configuration, parameters, batch, causalMask);
    const residual = finalResidual(configuration, parameters, trace);
    const unembedding = parameters.transposed('unembed.W_U', width, vocabulary);
    return productWithTransposed(residual, unembedding, width);
  }
  const { hidden, deeper } = linearForward(configuration, parameters, batch);
  return productWithTransposed(
    rectify(deeper ?? hidden),
    parameters.values('unembed.weight'),
    width,
  );
}

/** Logits of all p² pairs, p² × vocabulary, row a·p + b. */
export function allLogits(network: Network): Float32Array {
  const { p } = network.configuration;
  const { vocabulary } = modelDimensions(network.configuration);
  const logits = new Float32Array(p * p * vocabulary);
  const parameters = preciseParameters(network.parameters);
  for (const { start, batch } of batchesOfAllPairs(p)) {
    logits.set(batchLogits(network, batch, parameters), start * vocabulary);
  }
  return logits;
}

/**
 * Pre-activations of the first hidden layer at the reading position for all p² pairs,
 * p² × hiddenWidth, row a·p + b.
 */
export function firstPreActivations(network: Network): Float32Array {
  const { configuration } = network;
  const { hiddenWidth } = modelDimensions(configuration);
  const values = new Float32Array(configuration.p ** 2 * hiddenWidth);
  const parameters = preciseParameters(network.parameters);
  const hiddenLayer = isTransformer(configuration)
    ? firstLayer(configuration, parameters)
    : (batch: PairBatch) => linearFirstLayer(configuration, parameters, batch);
  for (const { start, batch } of batchesOfAllPairs(configuration.p)) {
    values.set(hiddenLayer(batch), start * hiddenWidth);
  }
  return values;
}

function* batchesOfAllPairs(p: number): Generator<{ start: number; batch: PairBatch }> {
  for (let start = 0; start < p * p; start += batchRows) {
    const count = Math.min(batchRows, p * p - start);
    yield {
      start,
      batch: {
        first: Int32Array.from({ length: count }, (_, row) => Math.floor((start + row) / p)),
        second: Int32Array.from({ length: count }, (_, row) => (start + row) % p),
      },
    };
  }
}
