/** Measures of a run, and what both of their files check. */
import { greatestCommonDivisor } from '../../math/modular.ts';
import type { RunConfiguration } from '../../model/configuration.ts';
import { fieldEntries } from '../../model/fields.ts';
import { checkConfiguration } from '../../model/validation.ts';
import { FormatError, quoted } from '../format-error.ts';
import type { KeptResult } from '../run-line.ts';
import { words } from './words.ts';

/** A run as its measures at every kept step. */
export interface RunMeasures {
  readonly configuration: RunConfiguration;
  /** Where it was trained. */
  readonly backend: string;
  /** Address of the page that shows it; may be empty. */
  readonly address: string;
  /** Step that was on screen. */
  readonly step: number;
  /** By rising step. */
  readonly results: readonly KeptResult[];
}

/** More would not be measures of this page. */
const mostSteps = 1000;
/** Longest address that is kept. */
export const longestAddress = 8000;

/** @throws FormatError for settings that are missing or not possible: no others would be those of the run */
export function measuredConfiguration(raw: Readonly<Record<string, unknown>>): RunConfiguration {
  const missing = fieldEntries.find(([, { name }]) => !Object.hasOwn(raw, name));
  if (missing !== undefined) {
    throw new FormatError(words('settingMissing', { name: quoted(missing[1].name) }));
  }
  const { configuration, problems } = checkConfiguration(raw);
  const [problem] = problems;
  if (problem !== undefined) {
    throw new FormatError(words('settingImpossible', { name: quoted(problem.name) }));
  }
  return configuration;
}

/** @throws FormatError unless steps rise, frequencies fit the modulus and there is something to show */
export function checkedMeasures(measures: RunMeasures): RunMeasures {
  const { results, configuration } = measures;
  if (results.length === 0 || results.length > mostSteps) {
    throw new FormatError(words('stepCount', { most: mostSteps, count: results.length }));
  }
  results.forEach(({ step, verdict, frequencies }, index) => {
    if (verdict === 'diverged') throw new FormatError(words('diverged'));
    if (index > 0 && step <= (results[index - 1]?.step ?? 0)) {
      throw new FormatError(words('outOfOrder'));
    }
    const count = Math.floor(configuration.p / 2);
    if (frequencies.length !== count || frequencies.some(({ k }, at) => k !== at + 1)) {
      throw new FormatError(words('otherFrequencies', { step, p: configuration.p }));
    }
  });
  return measures;
}

/** Frequencies k = 1, 2, … from their powers and the ratios of their axes. */
export function frequenciesOf(
  powers: readonly number[],
  ratios: readonly number[],
  p: number,
): KeptResult['frequencies'] {
  return powers.map((powerFraction, index) => ({
    k: index + 1,
    powerFraction,
    axisRatio: ratios[index] as number,
    sharedFactor: greatestCommonDivisor(index + 1, p),
  }));
}
