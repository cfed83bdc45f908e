/** Input gradients of the attention networks: any depth, with or without the "=" token. */
import {
  addScaled,
  matrixColumn,
  multiplyTransposedVector,
  multiplyVector,
} from '../../math/dense.ts';
import { modelDimensions, type RunConfiguration } from '../../model/configuration.ts';
import type { InputGradientFunction, PreciseParameters } from '../input-gradients.ts';
import { activationSlope, activationValue } from './activation.ts';
import {
  attendBackward,
  attendForward,
  type BlockAttention,
  rememberedProjection,
} from './attention.ts';

/** What the backward pass needs to know of one block at one position. */
interface BlockTrace {
  readonly attention: BlockAttention;
  /** Pre-activations by query position; undefined where the block was not computed. */
  readonly hidden: readonly (Float64Array | undefined)[];
}

/** Gradient function of a transformer. */
export function transformerInputGradients(
  configuration: RunConfiguration,
  parameters: PreciseParameters,
): InputGradientFunction {
  const { p, width, layers, activation, separateEmbeddings } = configuration;
  const { vocabulary, context, hiddenWidth } = modelDimensions(configuration);
  const embedding = parameters('embed.W_E');
  const positions = parameters('pos_embed.W_pos');
  const unembedding = parameters('unembed.W_U');
  const hiddenWeights = (layer: number) => parameters(`blocks.${layer}.mlp.W_in`);
  const outputWeights = (layer: number) => parameters(`blocks.${layer}.mlp.W_out`);

  const project = rememberedProjection(configuration, parameters);
  const inputRow = remembered((token: number, position: number) => {
    const row = matrixColumn(embedding, width, vocabulary, token);
    addScaled(row, positions.slice(position * width, (position + 1) * width));
    return row;
  });
  const classColumn = remembered((c) => matrixColumn(unembedding, width, vocabulary, c));
  /** W_outᵀ·W_U[:, c]: the gradient at the last hidden layer, before its activation. */
  const classToHidden = remembered((c) =>
    multiplyTransposedVector(outputWeights(layers - 1), classColumn(c, 0), width, hiddenWidth),
  );

  /** Runs one block at the positions asked for; the result replaces the residual rows. */
  function forward(layer: number, residual: Float64Array[], queries: readonly number[]) {
    const attention = attendForward(configuration, parameters, layer, residual, queries, project);
    const hidden: (Float64Array | undefined)[] = [];
    const bias = parameters(`blocks.${layer}.mlp.b_in`);
    for (const position of queries) {
      const row = Float64Array.from(residual[position] as Float64Array);
      addScaled(row, attention.outputs[position] as Float64Array);
      const before = multiplyVector(hiddenWeights(layer), row, hiddenWidth, width);
      addScaled(before, bias);
      hidden[position] = before;
      if (layer + 1 < layers) {
        const bent = before.map((value) => activationValue(activation, value));
        addScaled(row, multiplyVector(outputWeights(layer), bent, width, hiddenWidth));
        addScaled(row, parameters(`blocks.${layer}.mlp.b_out`));
      }
      residual[position] = row;
    }
    return { attention, hidden } satisfies BlockTrace;
  }

  /** Gradients at a block's input rows from those at its output rows. */
  function backward(
    layer: number,
    trace: BlockTrace,
    upstream: (Float64Array | undefined)[],
    hiddenGradient: (gradient: Float64Array) => Float64Array,
  ) {
    const afterAttention = upstream.map((gradient, position) => {
      const before = trace.hidden[position];
      if (gradient === undefined || before === undefined) return undefined;
      const toHidden = hiddenGradient(gradient).map(
        (value, i) => value * activationSlope(activation, before[i] as number),
      );
      const total = Float64Array.from(gradient);
      addScaled(
        total,
        multiplyTransposedVector(hiddenWeights(layer), toHidden, hiddenWidth, width),
      );
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
    const residual = tokens.map((token, position) => inputRow(token, position));
    const everywhere = tokens.map((_, position) => position);
    const traces = Array.from({ length: layers }, (_, layer) =>
      forward(layer, residual, layer + 1 < layers ? everywhere : [context - 1]),
    );
    let gradients: (Float64Array | undefined)[] = everywhere.map((position) =>
      position === context - 1 ? classColumn(c, 0) : undefined,
    );
    for (let layer = layers - 1; layer >= 0; layer--) {
      gradients = backward(layer, traces[layer] as BlockTrace, gradients, (gradient) =>
        layer === layers - 1
          ? classToHidden(c, 0)
          : multiplyTransposedVector(outputWeights(layer), gradient, width, hiddenWidth),
      );
    }
    const [first, second] = gradients as [Float64Array, Float64Array];
    return { first, second };
  };
}

/** A function of two small numbers that computes each result once. Results must not be modified. */
function remembered(
  compute: (first: number, second: number) => Float64Array,
): (first: number, second: number) => Float64Array {
  const known = new Map<string, Float64Array>();
  return (first, second) => {
    const key = `${first},${second}`;
    const result = known.get(key) ?? compute(first, second);
    known.set(key, result);
    return result;
  };
}
