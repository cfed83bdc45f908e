/** The JSON configurations that the authors' release keeps beside its checkpoints. */
import * as v from 'valibot';
import english from '../messages/en/formats/release-config.json';
import { createWords } from '../messages/words.ts';
import type { ModelKind, RunConfiguration } from '../model/configuration.ts';
import { configurationFields } from '../model/fields.ts';
import { acceptedValues } from '../model/validation.ts';
import { FormatError, quoted } from './format-error.ts';

const words = createWords('formats/release-config', english);

/** Far more than any configuration has. */
const longestConfig = 1e6;

const models: Readonly<Record<string, ModelKind>> = {
  A: 'linear-alpha',
  B: 'linear-beta',
  C: 'linear-gamma',
  D: 'linear-delta',
};

/** Flags are written as 0, 1, true, false or null. */
const flag = v.pipe(
  v.union([v.boolean(), v.picklist([0, 1])]),
  v.transform((value) => Boolean(value)),
);
const modelType = v.pipe(
  v.picklist(['A', 'B', 'C', 'D']),
  v.transform((letter) => models[letter] as ModelKind),
);
const activation = v.pipe(
  v.string(),
  v.transform((name) => name.toLowerCase()),
  v.picklist(['relu', 'gelu']),
);

/** The release's names and ours. Anything else in the file is ignored. */
const settings = {
  C: ['p', v.number()],
  d_model: ['width', v.number()],
  n_heads: ['heads', v.number()],
  n_layers: ['layers', v.number()],
  attn_coeff: ['attentionRate', v.number()],
  act_fn: ['activation', activation],
  lr: ['learningRate', v.number()],
  weight_decay: ['weightDecay', v.number()],
  frac: ['trainFraction', v.number()],
  epoch: ['steps', v.number()],
  diff_vocab: ['separateEmbeddings', flag],
  eqn_sign: ['equalsToken', flag],
  model_type: ['model', modelType],
} as const satisfies Readonly<
  Record<
    string,
    readonly [key: keyof RunConfiguration, schema: v.GenericSchema<never> | v.GenericSchema]
  >
>;

/** How a run trained: it does not change what the finished network computes. */
const trainingKeys: readonly (keyof RunConfiguration)[] = [
  'learningRate',
  'weightDecay',
  'trainFraction',
  'steps',
];

/** True for a JSON object with the names of such a configuration. */
export function looksLikeReleaseConfig(value: unknown): boolean {
  return (
    isRecord(value) &&
    ['C', 'd_model', 'attn_coeff', 'model_type', 'n_heads'].filter((key) =>
      Object.hasOwn(value, key),
    ).length >= 2
  );
}

/**
 * The settings a configuration tells; those it leaves out are missing from the result.
 *
 * @param text JSON
 * @throws FormatError naming the setting that makes no sense
 */
export function readReleaseConfig(text: string): Partial<RunConfiguration> {
  const values = parse(text);
  const result: Partial<Record<keyof RunConfiguration, unknown>> = {};
  for (const [name, [key, schema]] of Object.entries(settings)) {
    const given = Object.hasOwn(values, name) ? values[name] : null;
    if (given === null) continue;
    const checked = v.safeParse(schema, given);
    const value = checked.success ? checked.output : undefined;
    if (isPossible(key, value)) result[key] = value;
    else if (!trainingKeys.includes(key)) throw impossible(name, given, key);
  }
  const isLinear = result.model !== undefined;
  const isTransformer = result.heads !== undefined || result.attentionRate !== undefined;
  if (!isLinear && isTransformer) result.model = 'transformer';
  return result as Partial<RunConfiguration>;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = text.length > longestConfig ? undefined : JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (isRecord(value)) return value;
  throw new FormatError(words('notAnObject'));
}

function isPossible(key: keyof RunConfiguration, value: unknown): boolean {
  const field = configurationFields[key];
  if (field.kind === 'switch') return typeof value === 'boolean';
  if (field.kind === 'choice') return field.choices.includes(String(value));
  return (
    typeof value === 'number' &&
    value >= field.minimum &&
    value <= field.maximum &&
    (!field.integer || Number.isInteger(value))
  );
}

function impossible(name: string, given: unknown, key: keyof RunConfiguration): FormatError {
  const accepted =
    key === 'model'
      ? words('models')
      : key === 'activation'
        ? words('activations')
        : acceptedValues(configurationFields[key]);
  return new FormatError(
    words('impossible', { name, value: quoted(JSON.stringify(given)), accepted }),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
