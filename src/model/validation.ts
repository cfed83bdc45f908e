/** The one schema that checks a run's settings, whether they come from a URL, a control or a command line. */
import * as v from 'valibot';
import type { RunConfiguration } from './configuration.ts';
import { type ConfigurationField, defaultConfiguration, fieldEntries } from './fields.ts';

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
  if (field.kind === 'switch') return '0 or 1';
  if (field.kind === 'choice') return `one of ${field.choices.join(', ')}`;
  return `a ${field.integer ? 'whole ' : ''}number from ${field.minimum} to ${field.maximum}`;
}

/**
 * Checks raw settings by their URL names. A value that is missing takes the default silently; one
 * that makes no sense takes the default and is reported. Never throws.
 *
 * @param raw settings by URL name, as text or as values; names that are not settings are ignored
 * @param fallback what missing and invalid settings become
 */
export function checkConfiguration(
  raw: Readonly<Record<string, unknown>>,
  fallback: RunConfiguration = defaultConfiguration,
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
        message: `${field.name}=${shorten(given)} is not possible: ${field.label} must be ${acceptedValues(field)}. Using ${String(typeof fallback[key] === 'boolean' ? Number(fallback[key]) : fallback[key])}.`,
      });
    }
  }
  const combined = checkCombination(values as unknown as RunConfiguration);
  return { ...combined, problems: [...problems, ...combined.problems] };
}

/** Repairs settings that are fine alone but not together. */
export function checkCombination(configuration: RunConfiguration): CheckedConfiguration {
  if (configuration.model === 'linear-delta' && configuration.width % 2 === 1) {
    const width = configuration.width + 1;
    const problem = {
      name: 'width',
      message: `width=${configuration.width} is not possible for linear-delta: it splits the width between a and b, so it must be even. Using ${width}.`,
    };
    return { configuration: { ...configuration, width }, problems: [problem] };
  }
  return { configuration, problems: [] };
}

function shorten(value: unknown): string {
  // An object need not have a text: asking one without for it throws.
  const hasText = value === null || !['object', 'function'].includes(typeof value);
  const text = hasText ? String(value) : 'an object';
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
