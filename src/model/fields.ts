/**
 * One description per setting: its name in the URL and on the command line, its range, its default
 * and the words shown beside it. The URL codec, the command line and the controls all read this
 * table, so that they cannot disagree.
 */
import english from '../messages/en/model/fields.json';
import { createWords } from '../messages/words.ts';
import type { RunConfiguration } from './configuration.ts';

const words = createWords('model/fields', english);

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

/** A description without what is said in words. */
type Unspoken<Field> = Omit<Field, 'label' | 'explanation'>;

/** Every setting of a run, in the order in which they are written to the URL. */
const settings: Readonly<
  Record<
    keyof RunConfiguration,
    Unspoken<NumberField> | Unspoken<ChoiceField> | Unspoken<SwitchField>
  >
> = {
  model: {
    kind: 'choice',
    name: 'model',
    choices: ['transformer', 'linear-alpha', 'linear-beta', 'linear-gamma', 'linear-delta'],
    default: 'transformer',
  },
  p: {
    kind: 'number',
    name: 'p',
    minimum: 2,
    maximum: 127,
    default: 59,
    integer: true,
  },
  width: {
    kind: 'number',
    name: 'width',
    minimum: 16,
    maximum: 512,
    default: 128,
    integer: true,
  },
  heads: {
    kind: 'number',
    name: 'heads',
    minimum: 1,
    maximum: 16,
    default: 4,
    integer: true,
    transformerOnly: true,
  },
  layers: {
    kind: 'number',
    name: 'layers',
    minimum: 1,
    maximum: 4,
    default: 1,
    integer: true,
    transformerOnly: true,
  },
  activation: {
    kind: 'choice',
    name: 'activation',
    choices: ['relu', 'gelu'],
    default: 'relu',
    transformerOnly: true,
  },
  attentionRate: {
    kind: 'number',
    name: 'attention',
    minimum: 0,
    maximum: 1,
    default: 0,
    integer: false,
    transformerOnly: true,
  },
  learningRate: {
    kind: 'number',
    name: 'lr',
    minimum: 1e-6,
    maximum: 1,
    default: 1e-3,
    integer: false,
  },
  weightDecay: {
    kind: 'number',
    name: 'decay',
    minimum: 0,
    maximum: 10,
    default: 2,
    integer: false,
  },
  trainFraction: {
    kind: 'number',
    name: 'fraction',
    minimum: 0.05,
    maximum: 0.99,
    default: 0.8,
    integer: false,
  },
  seed: {
    kind: 'number',
    name: 'seed',
    minimum: 0,
    maximum: 4294967295,
    default: 1,
    integer: true,
  },
  steps: {
    kind: 'number',
    name: 'steps',
    minimum: 1,
    maximum: 100000,
    default: 5000,
    integer: true,
  },
  separateEmbeddings: {
    kind: 'switch',
    name: 'separate',
    default: false,
    transformerOnly: true,
  },
  equalsToken: {
    kind: 'switch',
    name: 'equals',
    default: false,
    transformerOnly: true,
  },
};

/** The settings with their words, which are those of the language that is on whenever they are read. */
export const configurationFields = Object.fromEntries(
  Object.entries(settings).map(([name, field]) => {
    const key = name as keyof RunConfiguration;
    const spoken = {
      ...field,
      get label() {
        return words(key);
      },
      get explanation() {
        return words(`${key}Explanation`);
      },
    };
    return [key, spoken];
  }),
) as Readonly<Record<keyof RunConfiguration, ConfigurationField>>;

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
