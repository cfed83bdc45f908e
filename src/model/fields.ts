/**
 * One description per setting: its name in the URL and on the command line, its range, its default
 * and the words shown beside it. The URL codec, the command line and the controls all read this
 * table, so that they cannot disagree.
 */
import type { RunConfiguration } from './configuration.ts';

interface FieldDescription<Kind extends string> {
  readonly kind: Kind;
  /** Name in the query string and, with two dashes, on the command line. */
  readonly name: string;
  readonly label: string;
  /** One sentence for the reader who meets the word for the first time. */
  readonly explanation: string;
  /** Only the attention network has it; the linear models ignore it. */
  readonly transformerOnly?: boolean;
}

/** A number within a range. */
export interface NumberField extends FieldDescription<'number'> {
  readonly minimum: number;
  readonly maximum: number;
  readonly default: number;
  readonly integer: boolean;
}

/** One of a few words. */
export interface ChoiceField extends FieldDescription<'choice'> {
  readonly choices: readonly string[];
  readonly default: string;
}

/** On or off; written 1 or 0. */
export interface SwitchField extends FieldDescription<'switch'> {
  readonly default: boolean;
}

/** Any description of a setting. */
export type ConfigurationField = NumberField | ChoiceField | SwitchField;

/** Every setting of a run, in the order in which they are written to the URL. */
export const configurationFields: Readonly<Record<keyof RunConfiguration, ConfigurationField>> = {
  model: {
    kind: 'choice',
    name: 'model',
    label: 'Model',
    explanation:
      'The paper’s attention network, or one of its four linear models, in which only layers of weights mix the two numbers.',
    choices: ['transformer', 'linear-alpha', 'linear-beta', 'linear-gamma', 'linear-delta'],
    default: 'transformer',
  },
  p: {
    kind: 'number',
    name: 'p',
    label: 'Modulus p',
    explanation: 'The network learns a + b mod p. The paper uses 59.',
    minimum: 2,
    maximum: 127,
    default: 59,
    integer: true,
  },
  width: {
    kind: 'number',
    name: 'width',
    label: 'Width',
    explanation:
      'Numbers that describe one token inside the network. Wider networks stay Pizza up to a higher attention rate.',
    minimum: 16,
    maximum: 512,
    default: 128,
    integer: true,
  },
  heads: {
    kind: 'number',
    name: 'heads',
    label: 'Heads',
    explanation: 'Attention heads working side by side, each width ÷ heads wide.',
    minimum: 1,
    maximum: 16,
    default: 4,
    integer: true,
    transformerOnly: true,
  },
  layers: {
    kind: 'number',
    name: 'layers',
    label: 'Layers',
    explanation: 'Blocks of attention and hidden layer, one after the other.',
    minimum: 1,
    maximum: 4,
    default: 1,
    integer: true,
    transformerOnly: true,
  },
  activation: {
    kind: 'choice',
    name: 'activation',
    label: 'Activation',
    explanation: 'The bend in the hidden layer: ReLU cuts at zero, GELU bends softly.',
    choices: ['relu', 'gelu'],
    default: 'relu',
    transformerOnly: true,
  },
  attentionRate: {
    kind: 'number',
    name: 'attention',
    label: 'Attention rate α',
    explanation:
      '0: attention is constant and only linear layers mix the two numbers. 1: attention is free to choose.',
    minimum: 0,
    maximum: 1,
    default: 0,
    integer: false,
    transformerOnly: true,
  },
  learningRate: {
    kind: 'number',
    name: 'lr',
    label: 'Learning rate',
    explanation: 'How far each step moves the weights. The paper uses 0.001.',
    minimum: 1e-6,
    maximum: 1,
    default: 1e-3,
    integer: false,
  },
  weightDecay: {
    kind: 'number',
    name: 'decay',
    label: 'Weight decay',
    explanation: 'How strongly every weight is pulled towards zero. The paper uses 2.',
    minimum: 0,
    maximum: 10,
    default: 2,
    integer: false,
  },
  trainFraction: {
    kind: 'number',
    name: 'fraction',
    label: 'Train fraction',
    explanation:
      'Share of all pairs the network may learn from; the rest tests whether it understood.',
    minimum: 0.05,
    maximum: 0.99,
    default: 0.8,
    integer: false,
  },
  seed: {
    kind: 'number',
    name: 'seed',
    label: 'Seed',
    explanation: 'Chooses the first weights and the split. Same seed and backend: same run.',
    minimum: 0,
    maximum: 4294967295,
    default: 1,
    integer: true,
  },
  steps: {
    kind: 'number',
    name: 'steps',
    label: 'Steps',
    explanation:
      'Where training ends. A first verdict often comes within 500 steps and settles by 2,500 to 4,000.',
    minimum: 1,
    maximum: 100000,
    default: 5000,
    integer: true,
  },
  separateEmbeddings: {
    kind: 'switch',
    name: 'separate',
    label: 'Separate embeddings',
    explanation: 'Gives a and b their own tokens, so that the network learns two tables.',
    default: false,
    transformerOnly: true,
  },
  equalsToken: {
    kind: 'switch',
    name: 'equals',
    label: '“=” token',
    explanation: 'Adds a third token “=” and reads the answer there.',
    default: false,
    transformerOnly: true,
  },
};

/** The settings in URL order, each with the key it has in a configuration. */
export const fieldEntries = Object.entries(configurationFields) as [
  keyof RunConfiguration,
  ConfigurationField,
][];

/** The paper's settings with a shorter run: p = 59, width 128, α = 0. */
export const defaultConfiguration = Object.fromEntries(
  fieldEntries.map(([key, field]) => [key, field.default]),
) as unknown as RunConfiguration;

/** Settings by their names in the address, in its order: what files keep. */
export function namedSettings(
  configuration: RunConfiguration,
): Readonly<Record<string, string | number | boolean>> {
  return Object.fromEntries(fieldEntries.map(([key, { name }]) => [name, configuration[key]]));
}
