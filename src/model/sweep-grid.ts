/**
 * Grids of runs as text: `attention=0:1:0.1;width=64,128;seed=1,2,3;steps=3000`. Names are those of
 * the address; values are a list, or start:end:step.
 */

import english from '../messages/en/model/sweep-grid.json';
import { listed } from '../messages/lists.ts';
import { formatNumber } from '../messages/numbers.ts';
import { createWords } from '../messages/words.ts';
import type { RunConfiguration } from './configuration.ts';
import { fieldEntries } from './fields.ts';
import { runKey } from './run-key.ts';
import { acceptedValues, checkConfiguration } from './validation.ts';

const words = createWords('model/sweep-grid', english);

/** A grid that makes no sense, in one sentence. */
export class GridError extends Error {
  override readonly name = 'GridError';
}

/** One axis of a grid. */
export interface GridAxis {
  /** Name of the setting in the address. */
  readonly name: string;
  readonly values: readonly (string | number)[];
}

/** Largest grid: far more than a cluster trains, few enough to list. */
export const mostRuns = 100_000;

/**
 * The axes of a grid, in the order in which they are written.
 *
 * @throws GridError
 */
export function parseGrid(text: string): readonly GridAxis[] {
  const axes: GridAxis[] = [];
  for (const part of text.split(';')) {
    if (part.trim() === '') continue;
    const [name = '', values, ...rest] = part.split('=').map((side) => side.trim());
    const field = fieldEntries.find(([, entry]) => entry.name === name)?.[1];
    if (field === undefined) {
      const names = listed(fieldEntries.map(([, entry]) => entry.name));
      throw new GridError(words('unknown', { names, name: shorten(name) }));
    }
    if (values === undefined || values === '' || rest.length > 0) {
      throw new GridError(words(field.kind === 'number' ? 'noNumbers' : 'noValues', { name }));
    }
    if (axes.some((axis) => axis.name === name)) {
      throw new GridError(words('twice', { name }));
    }
    axes.push({ name, values: parseList(name, values) });
  }
  return axes;
}

/**
 * All runs of a grid: the last axis changes fastest, and nothing comes twice.
 *
 * @param fallback what settings without an axis are
 * @throws GridError when a value is not possible, or there are too many
 */
export function gridRuns(
  axes: readonly GridAxis[],
  fallback?: RunConfiguration,
): readonly RunConfiguration[] {
  const count = axes.reduce((product, { values }) => product * values.length, 1);
  if (count > mostRuns) {
    throw new GridError(
      words('tooManyRuns', { count: formatNumber(count), most: formatNumber(mostRuns) }),
    );
  }
  for (const axis of axes) checkValues(axis);
  const runs = new Map<string, RunConfiguration>();
  for (let index = 0; index < count; index++) {
    const { configuration, problems } = checkConfiguration(cell(axes, index), fallback, false);
    const [problem] = problems;
    if (problem !== undefined) throw new GridError(problem.message);
    runs.set(runKey(configuration), configuration);
  }
  return [...runs.values()];
}

/** Values of one place of the grid. */
function cell(axes: readonly GridAxis[], index: number): Record<string, string | number> {
  const chosen: Record<string, string | number> = {};
  let rest = index;
  for (const { name, values } of [...axes].reverse()) {
    chosen[name] = values[rest % values.length] as string | number;
    rest = Math.floor(rest / values.length);
  }
  return chosen;
}

function checkValues({ name, values }: GridAxis): void {
  const field = fieldEntries.find(([, entry]) => entry.name === name)?.[1];
  for (const value of values) {
    const { problems } = checkConfiguration({ [name]: value });
    if (field === undefined || problems.length === 0) continue;
    throw new GridError(
      words('impossible', {
        name,
        accepted: acceptedValues(field),
        value: shorten(String(value)),
      }),
    );
  }
}

/** Values and ranges, parted by commas. Stops where there are too many: ranges make many of few letters. */
function parseList(name: string, list: string): (string | number)[] {
  const values: (string | number)[] = [];
  for (const item of list.split(',')) {
    for (const value of parseItem(name, item.trim())) values.push(value);
    if (values.length <= mostRuns) continue;
    throw new GridError(words('tooManyValues', { name, most: formatNumber(mostRuns) }));
  }
  return values;
}

/** One item of a list: a value, or a range from start to end. */
function parseItem(name: string, item: string): (string | number)[] {
  if (!item.includes(':')) return [item];
  const parts = item.split(':');
  const [start, end, step] = parts.map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (parts.length !== 3 || ![start, end, step].every(Number.isFinite)) {
    throw new GridError(words('noRange', { item: shorten(item), name }));
  }
  const [from, to, by] = [start as number, end as number, step as number];
  const count = rangeLength(from, to, by);
  if (by === 0 || count < 1) {
    throw new GridError(words('endlessRange', { item: shorten(item), name }));
  }
  if (count > mostRuns) throw new GridError(words('longRange', { item: shorten(item), name }));
  return Array.from({ length: count }, (_, index) => rangeValue(from, by, index));
}

/** How many values a range has; no sensible number when it never gets to its end. */
export function rangeLength(start: number, end: number, step: number): number {
  // Not quite whole because 0.1 is not: a thousandth of a step more or less is the same step.
  return Math.floor((end - start) / step + 1e-3) + 1;
}

/** A value of the range from a start in steps, without the digits that 0.1 cannot have. */
export function rangeValue(start: number, step: number, index: number): number {
  return Number((start + index * step).toPrecision(12));
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

export { runKey };
