/**
 * Measures of a run as comma-separated values: one line a step, settings under the names of the
 * address and results under their public names (README, "Results"). Frequencies are two columns, the
 * power fractions and the axis ratios of k = 1, 2, …, parted by spaces.
 */
import * as v from 'valibot';
import { fieldEntries, namedSettings } from '../../model/fields.ts';
import { readCommaSeparated, type TableLine, writeCommaSeparated } from '../comma-separated.ts';
import { FormatError, quoted } from '../format-error.ts';
import { type KeptResult, keptNumber, resultSchema } from '../run-line.ts';
import {
  checkedMeasures,
  frequenciesOf,
  longestAddress,
  measuredConfiguration,
  type RunMeasures,
} from './measures.ts';
import { words } from './words.ts';

const { frequencies: _frequencies, ...scalars } = resultSchema.entries;
const resultNames = Object.keys(scalars) as (keyof typeof scalars)[];
const wordNames: readonly string[] = ['verdict', 'verdictReason'];
const settingNames = fieldEntries.map(([, { name }]) => name);
const columns = [
  ...resultNames,
  'powerFractions',
  'axisRatios',
  ...settingNames,
  'backend',
  'address',
];
/** Columns by which such a table is known: no other table has both. */
const marks = ['gradientSymmetricity', 'powerFractions'];

/** The text of the table. Switches are 1 or 0, as in the address; what has no number is empty. */
export function writeMeasuresTable(measures: RunMeasures): string {
  const { configuration, backend, address, results } = measures;
  const settings = Object.values(namedSettings(configuration)).map((value) =>
    String(typeof value === 'boolean' ? Number(value) : value),
  );
  const lines = results.map((result) => [
    ...resultNames.map((name) => cellOf(result[name])),
    result.frequencies.map(({ powerFraction }) => cellOf(powerFraction)).join(' '),
    result.frequencies.map(({ axisRatio }) => cellOf(axisRatio)).join(' '),
    ...settings,
    backend,
    address,
  ]);
  return writeCommaSeparated([columns, ...lines]);
}

/** True for the header of such a table. */
export function isMeasuresTable(header: readonly string[]): boolean {
  return marks.every((name) => header.includes(name));
}

/** @throws FormatError */
export function readMeasuresTable(text: string): RunMeasures {
  const { header, lines } = readCommaSeparated(text);
  const missing = columns.find((name) => !header.includes(name));
  if (missing !== undefined)
    throw new FormatError(words('columnMissing', { name: quoted(missing) }));
  const places = new Map(columns.map((name) => [name, header.indexOf(name)]));
  const cell = ({ cells }: TableLine, name: string) => cells[places.get(name) as number] as string;
  const [first] = lines;
  if (first === undefined) throw new FormatError(words('noSteps'));
  for (const name of [...settingNames, 'backend', 'address']) {
    const other = lines.find((line) => cell(line, name) !== cell(first, name));
    if (other === undefined) continue;
    throw new FormatError(words('otherRun', { line: other.line, name: quoted(name) }));
  }
  const configuration = measuredConfiguration(
    Object.fromEntries(settingNames.map((name) => [name, cell(first, name)])),
  );
  const results = lines.map((line) =>
    resultOf((name) => cell(line, name), line.line, configuration.p),
  );
  const address = cell(first, 'address').slice(0, longestAddress);
  const backend = cell(first, 'backend').slice(0, 40);
  const step = stepOf(address) ?? results.at(-1)?.step ?? 0;
  return checkedMeasures({ configuration, backend, address, step, results });
}

function resultOf(cell: (name: string) => string, line: number, p: number): KeptResult {
  const powers = numbersOf(cell('powerFractions'));
  const ratios = numbersOf(cell('axisRatios'));
  const entries = resultNames.map((name) => [name, cellValue(name, cell(name))]);
  const frequencies =
    powers.length === ratios.length ? frequenciesOf(powers, ratios, p) : undefined;
  const result = v.safeParse(resultSchema, { ...Object.fromEntries(entries), frequencies });
  if (result.success) return result.output;
  const name = String(result.issues[0].path?.[0]?.key ?? 'line');
  throw new FormatError(words('lineNonsense', { line, name: quoted(name) }));
}

function cellValue(name: string, text: string): unknown {
  if (wordNames.includes(name)) return text;
  return text.trim() === '' ? null : Number(text);
}

function numbersOf(text: string): number[] {
  return text.trim() === '' ? [] : text.trim().split(/\s+/).map(Number);
}

/** The step that an address names. */
function stepOf(address: string): number | undefined {
  const query = address.slice(address.indexOf('?') + 1);
  const given = new URLSearchParams(query).get('step');
  return given !== null && /^\d{1,9}$/.test(given) ? Number(given) : undefined;
}

function cellOf(value: string | number | null): string {
  return String((typeof value === 'number' ? keptNumber(value) : value) ?? '');
}
