/** Settings as they may come from outside: right, nearly right, and anything at all. */
import fastCheck from 'fast-check';
import { expect } from 'vitest';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { type ConfigurationField, fieldEntries } from '../../src/model/fields.ts';

/** Some settings of a record, each drawn by what `draw` makes of its field. */
export function rawSettings(
  draw: (field: ConfigurationField) => fastCheck.Arbitrary<unknown>,
): fastCheck.Arbitrary<Record<string, unknown>> {
  return fastCheck.record(
    Object.fromEntries(fieldEntries.map(([, field]) => [field.name, draw(field)])),
    { requiredKeys: [] },
  );
}

/** Text that is nearly right: numbers in and about the range, choices, switches. */
export function nearbyText(field: ConfigurationField): fastCheck.Arbitrary<string> {
  if (field.kind === 'choice') return fastCheck.constantFrom(...field.choices, 'Transformer', '');
  if (field.kind === 'switch') return fastCheck.constantFrom('0', '1', 'true', 'false', 'yes');
  const span = field.maximum - field.minimum;
  return fastCheck.oneof(
    fastCheck
      .double({ min: field.minimum - span, max: field.maximum + span, noNaN: true })
      .map(String),
    fastCheck
      .integer({
        min: Math.floor(field.minimum) - 1,
        max: Math.min(Math.ceil(field.maximum) + 1, 2 ** 31 - 1),
      })
      .map(String),
    fastCheck.constantFrom(
      'Infinity',
      '-0',
      '1e400',
      '0x10',
      ' 3 ',
      '٣',
      '1_000',
      `${field.maximum}`,
    ),
  );
}

/** A value a setting accepts. */
export function validValue(field: ConfigurationField): fastCheck.Arbitrary<unknown> {
  if (field.kind === 'choice') return fastCheck.constantFrom(...field.choices);
  if (field.kind === 'switch') return fastCheck.boolean();
  return field.integer
    ? fastCheck.maxSafeNat().map((n) => field.minimum + (n % (field.maximum - field.minimum + 1)))
    : fastCheck.double({ min: field.minimum, max: field.maximum, noNaN: true });
}

/** What an accepted text means. */
export function readBack(field: ConfigurationField, raw: unknown): unknown {
  if (field.kind === 'number') return Number(raw) + 0;
  if (field.kind === 'switch') return raw === '1' || raw === 'true';
  return raw;
}

/** Words a sentence about the range of a setting must hold. */
export function rangeWords(field: ConfigurationField): string[] {
  if (field.kind === 'number') return [`${field.minimum}`, `${field.maximum}`];
  return field.kind === 'choice' ? [...field.choices] : ['0', '1'];
}

/** Fails the test unless every setting is in its range and they fit together. */
export function expectValid(configuration: RunConfiguration): void {
  for (const [key, field] of fieldEntries) {
    const value = configuration[key];
    const valid =
      field.kind === 'switch'
        ? typeof value === 'boolean'
        : field.kind === 'choice'
          ? field.choices.includes(value as string)
          : typeof value === 'number' &&
            value >= field.minimum &&
            value <= field.maximum &&
            (!field.integer || Number.isInteger(value));
    if (!valid) expect.fail(`${key} is ${String(value)}.`);
  }
  if (configuration.model === 'linear-delta' && configuration.width % 2 === 1) {
    expect.fail(`The width ${configuration.width} cannot be split.`);
  }
}
