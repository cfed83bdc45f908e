/** Reads command-line options: the URL's names with two dashes, checked by the same schema. */
import { parseArgs } from 'node:util';
import type { RunConfiguration } from '../model/configuration.ts';
import { fieldEntries } from '../model/fields.ts';
import { findPreset } from '../model/presets.ts';
import { acceptedValues, checkConfiguration } from '../model/validation.ts';

/** Bad input: shown as one line, exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Options besides the run's settings, with the kind of value each takes. */
export type ExtraOptions = Readonly<Record<string, 'text' | 'flag'>>;

/** What was given on the command line. */
export interface ParsedArguments {
  readonly configuration: RunConfiguration;
  /** Values of the extra options that were given. */
  readonly extras: Readonly<Record<string, string | boolean | undefined>>;
}

/**
 * Parses the options of a command.
 *
 * @throws UsageError naming the option and what would be right
 */
export function parseOptions(
  given: readonly string[],
  extraOptions: ExtraOptions,
): ParsedArguments {
  const values = parseKnown(given, { ...extraOptions, preset: 'text' });
  const preset = values.preset === undefined ? undefined : findPreset(String(values.preset));
  if (values.preset !== undefined && preset === undefined) {
    throw new UsageError(`There is no preset "${String(values.preset)}".`);
  }
  const { configuration, problems } = checkConfiguration(values, preset?.configuration);
  const [problem] = problems;
  if (problem !== undefined) {
    const field = fieldEntries.find(([, { name }]) => name === problem.name)?.[1];
    throw new UsageError(
      field === undefined
        ? problem.message
        : `--${problem.name} must be ${acceptedValues(field)}, not "${String(values[problem.name])}".`,
    );
  }
  return { configuration, extras: values };
}

function parseKnown(given: readonly string[], extraOptions: ExtraOptions) {
  const options: Record<string, { type: 'string' | 'boolean' }> = {};
  for (const [, { name }] of fieldEntries) options[name] = { type: 'string' };
  for (const [name, kind] of Object.entries(extraOptions)) {
    options[name] = { type: kind === 'flag' ? 'boolean' : 'string' };
  }
  try {
    return parseArgs({ args: [...given], options, strict: true }).values as Record<
      string,
      string | boolean | undefined
    >;
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(/[.\n]\s/);
    throw new UsageError(
      `${sentence}. Options: ${Object.keys(options)
        .map((name) => `--${name}`)
        .join(' ')}`,
    );
  }
}

/** A whole number at least `minimum`. @throws UsageError */
export function wholeNumber(name: string, text: string | boolean | undefined, minimum: number) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < minimum) {
    throw new UsageError(
      `--${name} must be a whole number, at least ${minimum}, not "${String(text)}".`,
    );
  }
  return value;
}
