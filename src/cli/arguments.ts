/** Reads command-line options: the URL's names with two dashes, checked by the same schema. */
import { parseArgs } from 'node:util';
import type { RunConfiguration } from '../model/configuration.ts';
import { fieldEntries } from '../model/fields.ts';
import { findPreset, presets } from '../model/presets.ts';
import {
  acceptedValues,
  type ConfigurationProblem,
  checkConfiguration,
} from '../model/validation.ts';

/** Bad input: shown as one line, exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Options besides the run's settings, with the kind of value each takes. */
export type ExtraOptions = Readonly<Record<string, 'text' | 'flag'>>;

type GivenValues = Readonly<Record<string, string | boolean | undefined>>;

/** What was given on the command line. */
export interface ParsedArguments {
  readonly configuration: RunConfiguration;
  /** Values of the extra options that were given. */
  readonly extras: GivenValues;
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
    const names = presets.map(({ name }) => name).join(', ');
    throw new UsageError(`--preset must be one of ${names}, not "${String(values.preset)}".`);
  }
  const { configuration, problems } = checkConfiguration(values, preset?.configuration);
  const [problem] = problems;
  if (problem !== undefined) throw usageErrorOf(problem, values);
  return { configuration, extras: values };
}

/** A problem in the words of the command line. */
function usageErrorOf({ name, message }: ConfigurationProblem, values: GivenValues): UsageError {
  const given = values[name];
  const field = fieldEntries.find(([, candidate]) => candidate.name === name)?.[1];
  const wrongAlone = checkConfiguration({ [name]: given }).problems.length > 0;
  if (field === undefined || !wrongAlone) {
    // Fine by itself, but not together with another option. Here nothing is replaced.
    return new UsageError(message.replace(/ Using [^.]+\.$/, ''));
  }
  return new UsageError(`--${name} must be ${acceptedValues(field)}, not "${String(given)}".`);
}

/** What was given to a command that takes files besides its options. */
export interface ParsedCommand {
  readonly positionals: readonly string[];
  readonly values: GivenValues;
}

/**
 * Parses a command that knows only these options.
 *
 * @throws UsageError naming what is unknown
 */
export function parseCommand(given: readonly string[], known: ExtraOptions): ParsedCommand {
  return parseStrictly(given, known, true);
}

function parseKnown(given: readonly string[], extraOptions: ExtraOptions): GivenValues {
  const settings = Object.fromEntries(fieldEntries.map(([, { name }]) => [name, 'text' as const]));
  return parseStrictly(given, { ...settings, ...extraOptions }, false).values;
}

function parseStrictly(
  given: readonly string[],
  known: ExtraOptions,
  allowPositionals: boolean,
): ParsedCommand {
  const options: Record<string, { type: 'string' | 'boolean' }> = {};
  for (const [name, kind] of Object.entries(known)) {
    options[name] = { type: kind === 'flag' ? 'boolean' : 'string' };
  }
  try {
    const { values, positionals } = parseArgs({
      args: joinNegative(given),
      options,
      strict: true,
      allowPositionals,
    });
    return { values: values as GivenValues, positionals };
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(/[.\n]\s/);
    throw new UsageError(
      `${sentence}. Options: ${Object.keys(options)
        .map((name) => `--${name}`)
        .join(' ')}`,
    );
  }
}

/** `--lr -1` as `--lr=-1`: a negative number is a value, not another option. */
function joinNegative(given: readonly string[]): string[] {
  const joined: string[] = [];
  for (const text of given) {
    const previous = joined.at(-1);
    if (/^-\.?\d/.test(text) && previous?.startsWith('--') && !previous.includes('=')) {
      joined[joined.length - 1] = `${previous}=${text}`;
    } else {
      joined.push(text);
    }
  }
  return joined;
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
