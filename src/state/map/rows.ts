/** Rows of a table: runs that differ in nothing but their attention rate. */

import type { RunConfiguration } from '../../model/configuration.ts';
import { fieldEntries } from '../../model/fields.ts';
import type { OwnRun, TableRun } from '../tables.ts';

/** Runs of one row, by attention rate. */
export interface Row {
  /** The same for runs of one row. */
  readonly key: string;
  readonly configuration: RunConfiguration;
  readonly runs: readonly OwnRun[];
}

/** Fewer runs are no walk. */
const shortestRow = 2;

/** Rows with pictures to show, the longest first; among equally long ones by width and seed. */
export function rowsOf(runs: readonly TableRun[]): readonly Row[] {
  const byKey = new Map<string, OwnRun[]>();
  for (const { own } of runs) {
    if (own?.picture === undefined) continue;
    const key = rowKey(own.configuration);
    byKey.set(key, [...(byKey.get(key) ?? []), own]);
  }
  return [...byKey]
    .filter(([, row]) => row.length >= shortestRow)
    .map(([key, row]) => ({
      key,
      configuration: (row[0] as OwnRun).configuration,
      runs: row.toSorted((left, right) => rateOf(left) - rateOf(right)),
    }))
    .sort(
      (left, right) =>
        right.runs.length - left.runs.length ||
        left.configuration.width - right.configuration.width ||
        left.configuration.seed - right.configuration.seed,
    );
}

/** What a row's runs have in common. */
export function rowKey(configuration: RunConfiguration): string {
  return JSON.stringify(
    fieldEntries.filter(([key]) => key !== 'attentionRate').map(([key]) => configuration[key]),
  );
}

/** Place of the run of a row that is nearest to an attention rate. */
export function nearestPlace({ runs }: Row, attentionRate: number): number {
  let nearest = 0;
  for (const [place, run] of runs.entries()) {
    const best = Math.abs(rateOf(runs[nearest] as OwnRun) - attentionRate);
    if (Math.abs(rateOf(run) - attentionRate) < best) nearest = place;
  }
  return nearest;
}

function rateOf({ configuration }: OwnRun): number {
  return configuration.attentionRate;
}
