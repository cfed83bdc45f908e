/** Single cells of the authors' tables, checked. */
import { FormatError, quoted } from '../format-error.ts';
import { words } from './words.ts';

/** A column of numbers, and what is possible in it. */
export interface Range {
  readonly column: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly whole?: boolean | undefined;
}

/** A maximum that only says "finite". */
export const large = 1e9;

/** pandas writes blanks for what has no value; other writers write it out. NaN for both. */
export function measureOf(line: number, range: Range, text: string): number {
  return /^([+-]?(inf|infinity)|nan|none|null)?$/i.test(text)
    ? Number.NaN
    : numberOf(line, range, text);
}

/** @throws FormatError when it is no number of that range */
export function numberOf(
  line: number,
  { column, minimum, maximum, whole }: Range,
  text: string,
): number {
  // Number() alone would also take "0x10" and "".
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  const possible =
    Number.isFinite(value) &&
    value >= minimum &&
    value <= maximum &&
    (whole !== true || Number.isInteger(value));
  if (possible) return value;
  throw nonsense(line, column, text, numberInWords({ column, minimum, maximum, whole }));
}

function numberInWords({ minimum, maximum, whole }: Range): string {
  const values = { whole: whole === true ? 'yes' : 'no', minimum, maximum };
  if (Number.isFinite(minimum)) {
    return words(maximum < large ? 'numberFromTo' : 'numberFrom', values);
  }
  return words(maximum < large ? 'numberTo' : 'number', values);
}

/** Flags are written as 0 and 1, by pandas sometimes as words. @throws FormatError for anything else */
export function switchOf(line: number, column: string, text: string): boolean {
  if (/^(1|1\.0|true)$/i.test(text)) return true;
  if (/^(0|0\.0|false)$/i.test(text)) return false;
  throw nonsense(line, column, text, words('switch'));
}

/** The error for a cell. @param expected what it must be */
export function nonsense(
  line: number,
  column: string,
  text: string,
  expected: string,
): FormatError {
  const given = text === '' ? words('nothing') : quoted(text);
  return new FormatError(words('oddCell', { line, column, given, expected }));
}
