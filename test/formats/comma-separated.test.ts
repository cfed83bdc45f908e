import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerOf, readCommaSeparated } from '../../src/formats/comma-separated.ts';
import { expectPresentable, refusalOf } from './support/messages.ts';

const cellsOf = (text: string) => readCommaSeparated(text).lines.map(({ cells }) => cells);

/** As RFC 4180 says: quoted when it must be. */
const written = (cell: string) =>
  /[",\r\n]/.test(cell) || cell.startsWith('\uFEFF') ? `"${cell.replaceAll('"', '""')}"` : cell;

describe('a table of comma-separated values', () => {
  it('is a header and lines, each with its number', () => {
    expect(readCommaSeparated('a,b\r\n1,2\r\n\r\n3,\r\n')).toEqual({
      header: ['a', 'b'],
      lines: [
        { line: 2, cells: ['1', '2'] },
        { line: 4, cells: ['3', ''] },
      ],
    });
  });

  it('takes quotation marks, and commas and ends of lines within them', () => {
    const table = readCommaSeparated('a,b\n"1,""x""","y\r\nz\n"\n"",5"6\n');
    expect(table.lines).toEqual([
      { line: 2, cells: ['1,"x"', 'y\r\nz\n'] },
      { line: 5, cells: ['', '5"6'] },
    ]);
  });

  it('takes any end of line and a byte order mark', () => {
    for (const end of ['\n', '\r', '\r\n']) {
      expect(cellsOf(`\uFEFF"a",b${end}1,2${end}3,4`)).toEqual([
        ['1', '2'],
        ['3', '4'],
      ]);
      expect(headerOf(`\uFEFF"a",b${end}1,2`)).toEqual(['a', 'b']);
    }
    expect(headerOf('"a')).toEqual([]);
    expect(headerOf('')).toEqual([]);
  });

  it.each([
    ['', /^The table is empty/],
    ['\n\r\n', /^The table is empty/],
    ['a,b\n1,2\n1\n', /^Line 3 of the table has 1 value, but the first line names 2/],
    ['a,b\n"1\n",2\n1,2,3', /^Line 4 of the table has 3 values/],
    ['a,b\n1,"2\n3,4\n', /^Line 2 of the table opens a quotation mark/],
    ['a,b\n"1"x,2\n', /^Line 2 of the table goes on after a closing/],
  ])('%j is refused in one sentence', (text, message) => {
    expect(refusalOf(() => readCommaSeparated(text))).toMatch(message);
  });

  it('comes back as it was written', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a', '\uFEFF'), maxLength: 6 }),
    );
    const end = fc.constantFrom('\n', '\r', '\r\n');
    const rows = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
      );
    fc.assert(
      fc.property(rows, end, fc.boolean(), (table, mark, ended) => {
        const text = table.map((row) => row.map(written).join(',')).join(mark);
        const read = readCommaSeparated(ended ? text + mark : text);
        expect([read.header, ...read.lines.map(({ cells }) => cells)]).toEqual(table);
      }),
      { numRuns: 10_000 },
    );
  });

  it('is read or refused whatever it is', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a'), maxLength: 40 }),
    );
    fc.assert(
      fc.property(text, (any) => {
        try {
          const { header, lines } = readCommaSeparated(any);
          expect(lines.every(({ cells }) => cells.length === header.length)).toBe(true);
        } catch (error) {
          expectPresentable(error);
        }
        headerOf(any);
      }),
      { numRuns: 10_000 },
    );
  });

  it.each([
    ['plain', `${'0.123456789,'.repeat(37)}x\n`],
    ['quoted', `${'"0.1,2345",'.repeat(37)}x\n`],
    ['with a stray quotation mark and no comma', `${'x"y'.repeat(10)}\n`],
  ])('of ten megabytes is read: %s', (_kind, line) => {
    const text = line.repeat(Math.ceil(1e7 / line.length));
    expect(readCommaSeparated(text).lines.length).toBeGreaterThan(20_000);
  });
});
