/** Input gradients of the attention networks: any depth, with or without the "=" token. */
import { productWithTransposed } from '../../math/matrix-product.ts';
import { addTo, gatherRows } from '../../math/matrix-rows.ts';
import { modelDimensions } from '../../model/configuration.ts';
import { activationSlope } from '../../model/forward/activation.ts';
import type { PairBatch } from '../../model/forward/position-tables.ts';
import { type PositionTrace, transformerForward } from '../../model/forward/transformer.ts';
import type { Network } from '../../model/network.ts';
import type { PreciseParameters } from '../../model/precise-parameters.ts';
import type { InputGradients } from '../input-gradients.ts';
import { attendBackward } from './attention.ts';

/** Gradients of a batch. */
export function transformerInputGradients(
  network: Network,
  parameters: PreciseParameters,
  batch: PairBatch,
  classes: Int32Array,
): InputGradients {
  const { configuration, causalMask } = network;
  const { width, layers } = configuration;
  const { vocabulary, context } = modelDimensions(configuration);
  const trace = transformerForward(configuration, parameters, batch, causalMask);
  const unembedding = parameters.transposed('unembed.W_U', width, vocabulary);
  let gradients: (Float64Array | undefined)[] = Array.from({ length: context }, (_, position) =>
    position === context - 1 ? gatherRows(unembedding, width, classes) : undefined,
  );
  for (let layer = layers - 1; layer >= 0; layer--) {
    const positions = trace.layers[layer] as readonly PositionTrace[];
    const afterAttention = gradients.map((gradient, position) =>
      throughHiddenLayer(network, parameters, layer, positions[position]?.hidden, gradient),
    );
    gradients = attendBackward(network, parameters, layer, positions, afterAttention);
  }
  const [first, second] = gradients as [Float64Array, Float64Array];
  return { first, second };
}

/** Gradient before a hidden layer, which is also passed by: G + (act′(hidden)·(G·W_out))·W_in. */
function throughHiddenLayer(
  { configuration }: Network,
  parameters: PreciseParameters,
  layer: number,
  hidden: Float64Array | undefined,
  gradient: Float64Array | undefined,
): Float64Array | undefined {
  if (hidden === undefined || gradient === undefined) return undefined;
  const { width, activation } = configuration;
  const { hiddenWidth } = modelDimensions(configuration);
  const output = parameters.transposed(`blocks.${layer}.mlp.W_out`, width, hiddenWidth);
  const toHidden = productWithTransposed(gradient, output, width);
  for (let at = 0; at < toHidden.length; at++) {
    toHidden[at] = (toHidden[at] as number) * activationSlope(activation, hidden[at] as number);
  }
  const input = parameters.transposed(`blocks.${layer}.mlp.W_in`, hiddenWidth, width);
  const total = productWithTransposed(toHidden, input, hiddenWidth);
  addTo(total, gradient);
  return total;
}
