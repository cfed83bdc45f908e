/** Input gradients of the attention networks: any depth, with or without the "=" token. */
import {
  addScaled,
  matrixColumn,
  multiplyTransposedVector,
  multiplyVector,
} from '../../math/dense.ts';
import { modelDimensions, type RunConfiguration } from '../../model/configuration.ts';
import { type ParameterSet, parameter } from '../../model/parameters.ts';
import type { InputGradientFunction } from '../input-gradients.ts';
import { activationSlope, activationValue } from './activation.ts';
import { attendBackward, attendForward, type BlockAttention } from './attention.ts';

/** What the backward pass needs to know of one block at one position. */
interface BlockTrace {
  readonly attention: BlockAttention;
  /** Pre-activations by query position; undefined where the block was not computed. */
  readonly hidden: readonly (Float64Array | undefined)[];
}

/** Gradient function of a transformer. */
export function transformerInputGradients(
  configuration: RunConfiguration,
  parameters: ParameterSet,
): InputGradientFunction {
  const { p, width, layers, activation, separateEmbeddings } = configuration;
  const { vocabulary, context, hiddenWidth } = modelDimensions(configuration);
  const embedding = parameter(parameters, 'embed.W_E');
  const positions = parameter(parameters, 'pos_embed.W_pos');
  const unembedding = parameter(parameters, 'unembed.W_U');
  const hiddenWeights = (layer: number) => parameter(parameters, `blocks.${layer}.mlp.W_in`);
  const outputWeights = (layer: number) => parameter(parameters, `blocks.${layer}.mlp.W_out`);

  const inputRow = (token: number, position: number) => {
    const row = matrixColumn(embedding, width, vocabulary, token);
    addScaled(row, positions.subarray(position * width, (position + 1) * width));
    return row;
  };

  /** Runs one block at the positions asked for; the result replaces the residual rows. */
  function forward(layer: number, residual: Float64Array[], queries: readonly number[]) {
    const attention = attendForward(configuration, parameters, layer, residual, queries);
    const hidden: (Float64Array | undefined)[] = [];
    const bias = parameter(parameters, `blocks.${layer}.mlp.b_in`);
    for (const position of queries) {
      const row = Float64Array.from(residual[position] as Float64Array);
      addScaled(row, attention.outputs[position] as Float64Array);
      const before = multiplyVector(hiddenWeights(layer), row, hiddenWidth, width);
      addScaled(before, bias);
      hidden[position] = before;
      if (layer + 1 < layers) {
        const bent = before.map((value) => activationValue(activation, value));
        addScaled(row, multiplyVector(outputWeights(layer), bent, width, hiddenWidth));
        addScaled(row, parameter(parameters, `blocks.${layer}.mlp.b_out`));
      }
      residual[position] = row;
    }
    return { attention, hidden } satisfies BlockTrace;
  }

  /** Gradients at a block's input rows from those at its output rows. */
  function backward(layer: number, trace: BlockTrace, upstream: (Float64Array | undefined)[]) {
    const afterAttention = upstream.map((gradient, position) => {
      const before = trace.hidden[position];
      if (gradient === undefined || before === undefined) return undefined;
      const toHidden = multiplyTransposedVector(
        outputWeights(layer),
        gradient,
        width,
        hiddenWidth,
      ).map((value, i) => value * activationSlope(activation, before[i] as number));
      const total = Float64Array.from(gradient);
      addScaled(total, multiplyTransposedVector(hiddenWeights(layer), toHidden, hiddenWidth, width));
      return total;
    });
    const below = attendBackward(configuration, parameters, layer, trace.attention, afterAttention);
    afterAttention.forEach((gradient, position) => {
      if (gradient !== undefined) addScaled(below[position] as Float64Array, gradient);
    });
    return below;
  }

  return (a, b, c) => {
    const tokens = [a, separateEmbeddings ? p + b : b, vocabulary - 1].slice(0, context);
    const residual = tokens.map(inputRow);
    const everywhere = tokens.map((_, position) => position);
    const traces = Array.from({ length: layers }, (_, layer) =>
      forward(layer, residual, layer + 1 < layers ? everywhere : [context - 1]),
    );
    let gradients: (Float64Array | undefined)[] = everywhere.map((position) =>
      position === context - 1 ? matrixColumn(unembedding, width, vocabulary, c) : undefined,
    );
    for (let layer = layers - 1; layer >= 0; layer--) {
      gradients = backward(layer, traces[layer] as BlockTrace, gradients);
    }
    const [first, second] = gradients as [Float64Array, Float64Array];
    return { first, second };
  };
}
