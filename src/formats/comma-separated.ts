/** Tables of comma-separated values (RFC 4180), as spreadsheets, pandas and this product write them. */
import english from '../messages/en/formats/comma-separated.json';
import { formatNumber } from '../messages/numbers.ts';
import { createWords } from '../messages/words.ts';
import { FormatError } from './format-error.ts';

const words = createWords('formats/comma-separated', english);

/** One record. */
export interface TableLine {
  /** Number of the line it begins on, counted from 1: a quoted value may go over several. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A header and records of the same length. */
export interface CommaSeparatedTable {
  readonly header: readonly string[];
  readonly lines: readonly TableLine[];
}

/** More is no table of runs or measures, and each value takes many times its length in memory. */
const mostColumns = 1000;
const mostLines = 500_000;
/** Longest line without quotation marks. */
const longestLine = 1e6;

const quote = '"';
const valueEnd = /[,\r\n]/g;
const lineEnd = /\r\n|\n|\r/g;

/**
 * Reads a table. Lines end with CRLF, LF or CR; empty ones and a byte order mark are skipped. A
 * quotation mark within a value that does not begin with one stands for itself.
 *
 * @throws FormatError naming the line that has more or fewer values than the first, or a quotation
 * mark that is not closed
 */
export function readCommaSeparated(text: string): CommaSeparatedTable {
  const [first, ...lines] = records(text);
  if (first === undefined) {
    throw new FormatError(words('empty'));
  }
  const header = first.cells;
  for (const { line, cells } of lines) {
    if (cells.length === header.length) continue;
    throw new FormatError(
      words('otherLength', { line, values: cells.length, names: header.length }),
    );
  }
  return { header, lines };
}

/** The names in the first line alone, however long the rest is; none where there is no such line. */
export function headerOf(text: string): readonly string[] {
  const start = text.match(/^\uFEFF?[\r\n]*/)?.[0].length ?? 0;
  const length = text.slice(start).search(/[\r\n]/);
  try {
    const [first] = records(length < 0 ? text : text.slice(0, start + length));
    return first?.cells ?? [];
  } catch {
    return [];
  }
}

/** Writes a table, its first row the names of its columns. */
export function writeCommaSeparated(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('');
}

function cellText(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll(quote, '""')}"` : value;
}

function records(text: string): TableLine[] {
  const found: TableLine[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    if (found.length > mostLines) {
      throw new FormatError(words('tooManyLines', { most: formatNumber(mostLines) }));
    }
    const end = endOfLine(text, at);
    const plain = text.slice(at, end.at);
    if (!plain.includes(quote)) {
      // Nearly every line: splitting is several times faster than looking at each character.
      if (plain !== '') found.push({ line, cells: plainCells(plain, line) });
      at = end.next;
      line += 1;
      continue;
    }
    const record = quotedRecord(text, at, line);
    found.push({ line, cells: record.cells });
    at = record.next;
    line += record.lines;
  }
  return found;
}

function plainCells(plain: string, line: number): readonly string[] {
  if (plain.length > longestLine) throw tooLong(line);
  const cells = plain.split(',', mostColumns + 1);
  if (cells.length > mostColumns) throw tooLong(line);
  return cells;
}

function tooLong(line: number): FormatError {
  return new FormatError(words('tooLong', { line, most: formatNumber(mostColumns) }));
}

/** A record with quoted values. */
function quotedRecord(
  text: string,
  start: number,
  line: number,
): { readonly cells: readonly string[]; readonly next: number; readonly lines: number } {
  const cells: string[] = [];
  let at = start;
  let lines = 1;
  for (;;) {
    let cell = '';
    if (text[at] === quote) {
      const close = closingQuote(text, at + 1);
      if (close < 0) {
        throw new FormatError(words('quoteNotClosed', { line }));
      }
      const inside = text.slice(at + 1, close);
      cell = inside.replaceAll('""', quote);
      lines += inside.match(lineEnd)?.length ?? 0;
      at = close + 1;
      if (at < text.length && !/[,\r\n]/.test(text[at] as string)) {
        throw new FormatError(words('textAfterQuote', { line }));
      }
    } else {
      valueEnd.lastIndex = at;
      const end = valueEnd.exec(text)?.index ?? text.length;
      cell = text.slice(at, end);
      at = end;
    }
    cells.push(cell);
    if (cells.length > mostColumns) throw tooLong(line);
    if (text[at] !== ',') return { cells, next: endOfLine(text, at).next, lines };
    at += 1;
  }
}

/** Position of the quotation mark that ends a value: the first that is not doubled; −1 for none. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf(quote, from);
  while (at >= 0 && text[at + 1] === quote) at = text.indexOf(quote, at + 2);
  return at;
}

/** Where a line ends, and where the next begins. */
function endOfLine(text: string, from: number): { readonly at: number; readonly next: number } {
  lineEnd.lastIndex = from;
  const found = lineEnd.exec(text);
  if (found === null) return { at: text.length, next: text.length };
  return { at: found.index, next: found.index + found[0].length };
}
