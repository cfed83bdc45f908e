/** What a figure shows, as a table to be read cell by cell. */

import { formatDecimals, formatNumber } from '../../messages/numbers.ts';
import { words } from './words.ts';

/** Words, or a whole number. */
export type TableCell = string | number;

/** A table. Units stand in the heads of the columns. */
export interface FigureTable {
  readonly caption: string;
  readonly columns: readonly string[];
  /** As many cells as columns; the first one names the row. */
  readonly rows: readonly (readonly TableCell[])[];
  /** What is left out, or what belongs to the whole table. */
  readonly note?: string;
  /** Index of the row that the figure points at now. */
  readonly current?: number;
  /** What it is of, where several tables of a figure are alike and may change their order. */
  readonly subject?: number;
  /** True for details, which stay folded until they are asked for. */
  readonly isFolded?: boolean;
  /** Tables of several figures side by side that share this name are one table. */
  readonly joins?: string;
}

/** More cells than this are never put into one table. */
export const mostCells = 5000;
/** Steps of a run in a table. */
export const mostSteps = 200;
/** Rows and columns of the largest grid that fits, with the names of its rows. */
export const largestGrid = 67;

const missing = '–';

/** A number with so many decimals; a dash where there is none, and never a negative zero. */
export function decimals(value: number | null | undefined, digits: number): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return missing;
  // Rounded as everywhere on the page.
  return formatDecimals(Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value, digits);
}

/** A share for a column of per cents, with one decimal. */
export function percents(share: number | null | undefined): string {
  return decimals(typeof share === 'number' ? 100 * share : share, 1);
}

/** An angle for a column of degrees, 0 to 359. @param angle in radians */
export function degrees(angle: number): string {
  if (!Number.isFinite(angle)) return missing;
  return String(((Math.round((180 / Math.PI) * angle) % 360) + 360) % 360);
}

/** A cell as it is read. */
export function cellText(cell: TableCell): string {
  if (typeof cell === 'string') return cell === '' ? missing : cell;
  return Number.isFinite(cell) ? formatNumber(cell, { useGrouping: false }) : missing;
}

/**
 * Places of at most so many of the things in a row, evenly spread: the first and the last always, and
 * one that must not be missed.
 */
export function evenly(length: number, most: number, wanted = -1): readonly number[] {
  if (length <= most) return Array.from({ length }, (_, index) => index);
  const places = new Set(
    Array.from({ length: most }, (_, index) => Math.round((index * (length - 1)) / (most - 1))),
  );
  if (wanted >= 0 && wanted < length) places.add(wanted);
  return [...places].sort((left, right) => left - right);
}

/** As many things as fit into a table, and how many do not. */
export function fitting<Thing>(
  things: readonly Thing[],
  columns: number,
  most = Number.POSITIVE_INFINITY,
): { readonly shown: readonly Thing[]; readonly left: number } {
  const rows = Math.min(most, Math.floor(mostCells / columns));
  return { shown: things.slice(0, rows), left: Math.max(0, things.length - rows) };
}

/** What of a square of values is told row by row. */
export interface Grid {
  readonly caption: string;
  /** What rows and columns are. */
  readonly corner: string;
  readonly rows: readonly TableCell[];
  readonly columns: readonly TableCell[];
  /** What stands in a cell. */
  readonly cell: (row: number, column: number) => TableCell;
  readonly note?: string;
}

/** All cells of a square, folded; nothing where there are too many. */
export function gridTable({ caption, corner, rows, columns, cell, note }: Grid): FigureTable[] {
  if (rows.length > largestGrid) return [];
  return [
    {
      caption,
      columns: [corner, ...columns.map(cellText)],
      // Written when they are asked for: thousands of numbers that mostly nobody looks at.
      get rows() {
        return rows.map((name, row) => [name, ...columns.map((_, column) => cell(row, column))]);
      },
      isFolded: true,
      ...(note === undefined ? {} : { note }),
    },
  ];
}

/** Says that a grid is left out where it is. */
export function gridNote(size: number): { readonly note: string } | object {
  return size > largestGrid ? { note: words('gridLeftOut', { size }) } : {};
}

/** Mean, lowest and highest of the numbers among some values. */
export function spread(values: readonly number[]): {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
} {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return { mean: Number.NaN, low: Number.NaN, high: Number.NaN };
  return {
    mean: finite.reduce((sum, value) => sum + value, 0) / finite.length,
    low: Math.min(...finite),
    high: Math.max(...finite),
  };
}
