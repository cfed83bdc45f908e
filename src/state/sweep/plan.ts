/** What a sweep of the page trains: a grid as text, the same as on the command line. */

import english from '../../messages/en/state/sweep/plan.json';
import { formatNumber } from '../../messages/numbers.ts';
import { createWords } from '../../messages/words.ts';
import type { RunConfiguration } from '../../model/configuration.ts';
import {
  type GridAxis,
  GridError,
  gridRuns,
  parseGrid,
  rangeLength,
  rangeValue,
} from '../../model/sweep-grid.ts';

const words = createWords('state/sweep/plan', english);

/** A sweep to be made. */
export interface SweepPlan {
  /** README, "Command line". */
  readonly grid: string;
  /** Ends a run whose verdict has settled. */
  readonly stopsEarly: boolean;
}

/** More runs than this are a cluster's work. */
export const mostPageRuns = 2000;

/** Runs of a grid, or why there are none. */
export type PlannedRuns =
  | {
      readonly ok: true;
      readonly axes: readonly GridAxis[];
      readonly runs: readonly RunConfiguration[];
    }
  | { readonly ok: false; readonly message: string };

/** The runs of a grid as text. Never throws. */
export function plannedRuns(grid: string): PlannedRuns {
  try {
    const axes = parseGrid(grid);
    if (axes.length === 0) {
      return { ok: false, message: words('noAxis') };
    }
    const count = axes.reduce((product, { values }) => product * values.length, 1);
    if (count > mostPageRuns) {
      return {
        ok: false,
        message: words('tooMany', {
          count: formatNumber(count),
          most: formatNumber(mostPageRuns),
        }),
      };
    }
    return { ok: true, axes, runs: gridRuns(axes) };
  } catch (error) {
    if (error instanceof GridError) return { ok: false, message: error.message };
    throw error;
  }
}

/** A grid as text that gives the same values; ranges are written where they are evenly spaced. */
export function writeGrid(axes: readonly GridAxis[]): string {
  return axes.map(({ name, values }) => `${name}=${writeValues(values)}`).join(';');
}

/** Values of an axis as text, as in 0:1:0.1 or 64,128. */
export function writeValues(values: readonly (string | number)[]): string {
  const numbers = values.map(Number);
  const [first, second] = numbers;
  const last = numbers.at(-1);
  if (numbers.length < 4 || first === undefined || second === undefined || last === undefined) {
    return values.join(',');
  }
  const step = Number((second - first).toPrecision(12));
  // To the last digit: other values would be other runs.
  const isRange =
    rangeLength(first, last, step) === values.length &&
    values.every((value, index) => String(value) === String(rangeValue(first, step, index)));
  return isRange ? `${first}:${last}:${step}` : values.join(',');
}

/** The grid with other values for a setting; without the axis when there are none. */
export function withAxis(
  axes: readonly GridAxis[],
  name: string,
  values: readonly (string | number)[],
): readonly GridAxis[] {
  const axis = { name, values };
  if (values.length === 0) return axes.filter((one) => one.name !== name);
  if (axes.some((one) => one.name === name)) {
    return axes.map((one) => (one.name === name ? axis : one));
  }
  return [...axes, axis];
}
