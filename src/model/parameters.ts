/** Names, shapes and first values of a network's parameters, as in the authors' release. */
import { createRandomStream, type RandomStream } from '../math/random.ts';
import { isTransformer, modelDimensions, type RunConfiguration } from './configuration.ts';

/** How a parameter is drawn before training. */
type InitialValues =
  | { readonly kind: 'normal'; readonly deviation: number }
  | { readonly kind: 'uniform'; readonly bound: number }
  | { readonly kind: 'zero' };

/** One parameter tensor. */
export interface ParameterSpecification {
  /** State-dict name of the authors' release, for example "blocks.0.attn.W_K". */
  readonly name: string;
  readonly shape: readonly number[];
  readonly initial: InitialValues;
}

/** Values of all parameters, row-major, by name. */
export type ParameterSet = ReadonlyMap<string, Float32Array>;

/** The parameter tensors of a network, in the order of the release (SCIENCE section 2). */
export function parameterSpecifications(
  configuration: RunConfiguration,
): readonly ParameterSpecification[] {
  return isTransformer(configuration)
    ? transformerSpecifications(configuration)
    : linearSpecifications(configuration);
}

function transformerSpecifications(configuration: RunConfiguration): ParameterSpecification[] {
  const { width, heads, layers } = configuration;
  const { vocabulary, context, headWidth, hiddenWidth } = modelDimensions(configuration);
  const normal = (deviation: number): InitialValues => ({ kind: 'normal', deviation });
  const scale = 1 / Math.sqrt(width);
  const specifications: ParameterSpecification[] = [
    { name: 'embed.W_E', shape: [width, vocabulary], initial: normal(scale) },
    { name: 'pos_embed.W_pos', shape: [context, width], initial: normal(scale) },
  ];
  for (let layer = 0; layer < layers; layer++) {
    const attention = `blocks.${layer}.attn`;
    const hidden = `blocks.${layer}.mlp`;
    for (const name of ['W_K', 'W_Q', 'W_V']) {
      specifications.push({
        name: `${attention}.${name}`,
        shape: [heads, headWidth, width],
        initial: normal(scale),
      });
    }
    specifications.push(
      { name: `${attention}.W_O`, shape: [width, heads * headWidth], initial: normal(scale) },
      {
        name: `${hidden}.W_in`,
        shape: [hiddenWidth, width],
        initial: normal(1 / Math.sqrt(hiddenWidth)),
      },
      { name: `${hidden}.b_in`, shape: [hiddenWidth], initial: { kind: 'zero' } },
      { name: `${hidden}.W_out`, shape: [width, hiddenWidth], initial: normal(scale) },
      { name: `${hidden}.b_out`, shape: [width], initial: { kind: 'zero' } },
    );
  }
  specifications.push({
    name: 'unembed.W_U',
    shape: [width, vocabulary],
    initial: normal(1 / Math.sqrt(vocabulary)),
  });
  return specifications;
}

function linearSpecifications(configuration: RunConfiguration): ParameterSpecification[] {
  const { p, width, model } = configuration;
  const { embeddingWidth } = modelDimensions(configuration);
  // PyTorch's default Linear initialisation: uniform within ±1/√(inputs), biases too.
  const uniform: InitialValues = { kind: 'uniform', bound: 1 / Math.sqrt(width) };
  const specifications: ParameterSpecification[] = [
    {
      name: 'embed.weight',
      shape: [p, embeddingWidth],
      initial: { kind: 'normal', deviation: 1 / Math.sqrt(width / 2) },
    },
    {
      name: 'unembed.weight',
      shape: [p, width],
      initial: { kind: 'normal', deviation: 1 / Math.sqrt(width) },
    },
    { name: 'l1.weight', shape: [width, width], initial: uniform },
    { name: 'l1.bias', shape: [width], initial: uniform },
  ];
  if (model === 'linear-beta' || model === 'linear-gamma') {
    specifications.push(
      { name: 'l2.weight', shape: [width, width], initial: uniform },
      { name: 'l2.bias', shape: [width], initial: uniform },
    );
  }
  return specifications;
}

/** Number of values in a tensor of this shape. */
export function shapeSize(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** Number of values in all parameters of a network. */
export function parameterCount(configuration: RunConfiguration): number {
  return parameterSpecifications(configuration).reduce(
    (sum, { shape }) => sum + shapeSize(shape),
    0,
  );
}

/** First weights of a run, fixed by its seed. */
export function initialParameters(configuration: RunConfiguration): ParameterSet {
  const random = createRandomStream(configuration.seed, 'weights');
  return new Map(
    parameterSpecifications(configuration).map(({ name, shape, initial }) => [
      name,
      drawValues(shapeSize(shape), initial, random),
    ]),
  );
}

function drawValues(count: number, initial: InitialValues, random: RandomStream): Float32Array {
  const values = new Float32Array(count);
  if (initial.kind === 'zero') return values;
  for (let index = 0; index < count; index++) {
    values[index] =
      initial.kind === 'normal'
        ? initial.deviation * random.normal()
        : initial.bound * (2 * random.uniform() - 1);
  }
  return values;
}

/** A parameter by name. @throws RangeError when the network has no such parameter */
export function parameter(parameters: ParameterSet, name: string): Float32Array {
  const values = parameters.get(name);
  if (values === undefined) throw new RangeError(`The network has no parameter "${name}".`);
  return values;
}
