/** The one schema that checks a run's settings, whether they come from a URL, a control or a command line. */
import * as v from 'valibot';
import english from '../messages/en/model/validation.json';
import { listed } from '../messages/lists.ts';
import { createWords } from '../messages/words.ts';
import type { RunConfiguration } from './configuration.ts';
import { type ConfigurationField, defaultConfiguration, fieldEntries } from './fields.ts';

const words = createWords('model/validation', english);

/** A setting that could not be used, in one sentence, and the value that replaced it. */
export interface ConfigurationProblem {
  /** Name of the setting in the URL. */
  readonly name: string;
  readonly message: string;
}

/** A valid configuration and what had to be replaced to get it. */
export interface CheckedConfiguration {
  readonly configuration: RunConfiguration;
  readonly problems: readonly ConfigurationProblem[];
}

const numberFromText = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.trim(), v.nonEmpty())]),
  // A zero is one zero: the other kind would look the same and not be equal to it.
  v.transform((value) => Number(value) + 0),
  v.number(),
  v.finite(),
);

const switchFromText = v.pipe(
  v.union([v.boolean(), v.picklist(['0', '1', 'true', 'false'])]),
  v.transform((value) => value === true || value === '1' || value === 'true'),
);

function fieldSchema(field: ConfigurationField) {
  if (field.kind === 'switch') return switchFromText;
  if (field.kind === 'choice') return v.picklist(field.choices);
  return field.integer
    ? v.pipe(numberFromText, v.integer(), v.minValue(field.minimum), v.maxValue(field.maximum))
    : v.pipe(numberFromText, v.minValue(field.minimum), v.maxValue(field.maximum));
}

/** What a setting accepts, in words. */
export function acceptedValues(field: ConfigurationField): string {
  if (field.kind === 'switch') return words('switch');
  if (field.kind === 'choice') return words('choice', { choices: listed(field.choices) });
  const { minimum, maximum } = field;
  return words(field.integer ? 'wholeNumber' : 'number', { minimum, maximum });
}

/**
 * Checks raw settings by their URL names. A value that is missing takes the default silently; one
 * that makes no sense takes the default and is reported. Never throws.
 *
 * @param raw settings by URL name, as text or as values; names that are not settings are ignored
 * @param fallback what missing and invalid settings become
 * @param isReplaced false where nothing is trained then: problems do not say what is used instead
 */
export function checkConfiguration(
  raw: Readonly<Record<string, unknown>>,
  fallback: RunConfiguration = defaultConfiguration,
  isReplaced = true,
): CheckedConfiguration {
  const problems: ConfigurationProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, field] of fieldEntries) {
    const given = Object.hasOwn(raw, field.name) ? raw[field.name] : undefined;
    if (given === undefined) {
      values[key] = fallback[key];
      continue;
    }
    const result = v.safeParse(fieldSchema(field), given);
    values[key] = result.success ? result.output : fallback[key];
    if (!result.success) {
      problems.push({
        name: field.name,
        message: words(isReplaced ? 'replaced' : 'impossible', {
          name: field.name,
          value: shorten(given),
          label: field.label,
          accepted: acceptedValues(field),
          used: String(typeof fallback[key] === 'boolean' ? Number(fallback[key]) : fallback[key]),
        }),
      });
    }
  }
  const combined = checkCombination(values as unknown as RunConfiguration, isReplaced);
  return { ...combined, problems: [...problems, ...combined.problems] };
}

/** Repairs settings that are fine alone but not together. */
export function checkCombination(
  configuration: RunConfiguration,
  isReplaced = true,
): CheckedConfiguration {
  if (configuration.model === 'linear-delta' && configuration.width % 2 === 1) {
    const width = configuration.width + 1;
    const problem = {
      name: 'width',
      message: words(isReplaced ? 'oddWidthReplaced' : 'oddWidth', {
        width: configuration.width,
        used: width,
      }),
    };
    return { configuration: { ...configuration, width }, problems: [problem] };
  }
  return { configuration, problems: [] };
}

function shorten(value: unknown): string {
  // An object need not have a text: asking one without for it throws.
  const hasText = value === null || !['object', 'function'].includes(typeof value);
  const text = hasText ? String(value) : words('object');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
