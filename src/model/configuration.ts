/**
 * The settings that define a run. Together with the backend they fix every number of it.
 * `fields.ts` describes each of them once; `validation.ts` checks them.
 */

/** The paper's attention network, or one of its four linear models (appendix; SCIENCE section 2). */
export type ModelKind =
  | 'transformer'
  | 'linear-alpha'
  | 'linear-beta'
  | 'linear-gamma'
  | 'linear-delta';

/** Non-linearity of the transformer's hidden layers; GELU in its exact erf form. */
export type Activation = 'relu' | 'gelu';

/** Everything that defines a training run. Valid by construction when it comes from `validation.ts`. */
export interface RunConfiguration {
  readonly model: ModelKind;
  /** Modulus: the network learns a + b mod p. */
  readonly p: number;
  /** Width d of the residual stream (linear models: of the hidden layers). */
  readonly width: number;
  /** Attention heads, each ⌊width/heads⌋ wide. */
  readonly heads: number;
  /** Number of transformer blocks. */
  readonly layers: number;
  readonly activation: Activation;
  /** α: each head attends with α·softmax + (1 − α)·1. 0 is the paper's Model A, 1 its Model B. */
  readonly attentionRate: number;
  readonly learningRate: number;
  /** Decoupled weight decay of AdamW, on every parameter. */
  readonly weightDecay: number;
  /** Share of the p² pairs that is trained on. */
  readonly trainFraction: number;
  readonly seed: number;
  /** Step at which the run ends. */
  readonly steps: number;
  /** Separate tokens for a and b, so that the two embeddings are learned apart ("diff_vocab"). */
  readonly separateEmbeddings: boolean;
  /** A third token "=" at which the answer is read ("eqn_sign"). */
  readonly equalsToken: boolean;
}

/** Sizes that follow from a configuration. */
export interface ModelDimensions {
  readonly pairs: number;
  /** Number of tokens, and of classes the softmax runs over (as in the authors' release). */
  readonly vocabulary: number;
  /** Positions the network reads: 2, or 3 with the "=" token. */
  readonly context: number;
  readonly headWidth: number;
  /** Width of a block's hidden layer, 4·width. */
  readonly hiddenWidth: number;
  /** Width of an embedding row; half the width for the linear model δ. */
  readonly embeddingWidth: number;
}

/** True for the attention networks, false for the linear models. */
export function isTransformer(configuration: RunConfiguration): boolean {
  return configuration.model === 'transformer';
}

/** Sizes of the network a configuration describes. */
export function modelDimensions(configuration: RunConfiguration): ModelDimensions {
  const { p, width, heads } = configuration;
  const transformer = isTransformer(configuration);
  const separate = transformer && configuration.separateEmbeddings;
  const equals = transformer && configuration.equalsToken;
  return {
    pairs: p * p,
    vocabulary: p * (separate ? 2 : 1) + (equals ? 1 : 0),
    context: equals ? 3 : 2,
    headWidth: Math.floor(width / heads),
    hiddenWidth: transformer ? 4 * width : width,
    embeddingWidth: configuration.model === 'linear-delta' ? width / 2 : width,
  };
}

/** Settings that say how a network was trained, not what it is. */
const trainingSettings: readonly (keyof RunConfiguration)[] = [
  'learningRate',
  'weightDecay',
  'trainFraction',
  'seed',
  'steps',
];

/** The settings a network shows by itself; how it was trained is left out. */
export function architectureOf(configuration: RunConfiguration): Partial<RunConfiguration> {
  return Object.fromEntries(
    Object.entries(configuration).filter(
      ([key]) => !trainingSettings.includes(key as keyof RunConfiguration),
    ),
  );
}

/** One line that names a run, for file names and titles: "p59-d128-α0-seed7" and what differs from the paper. */
export function describeConfiguration(configuration: RunConfiguration): string {
  const { model, p, width, attentionRate, layers, trainFraction, activation, seed } = configuration;
  const parts = [`p${p}`, `width${width}`];
  if (isTransformer(configuration)) {
    parts.push(`attention${Number(attentionRate.toFixed(4))}`);
    if (layers > 1) parts.push(`${layers}layers`);
    if (activation !== 'relu') parts.push(activation);
    if (configuration.separateEmbeddings) parts.push('separate');
    if (configuration.equalsToken) parts.push('equals');
  } else {
    parts.unshift(model);
  }
  if (trainFraction !== 0.8) parts.push(`fraction${trainFraction}`);
  parts.push(`seed${seed}`);
  return parts.join('-');
}
