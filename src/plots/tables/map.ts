/** Many runs as a table. */

import { formatNumber } from '../../messages/numbers.ts';
import type { PhaseMapData } from '../phase-map/data.ts';
import type { FigureTable } from './table.ts';
import { decimals, fitting } from './table.ts';
import { words } from './words.ts';

const mostRuns = 500;
const precise = 4;

/** One row for each run on the map, from left to right and from below. */
export function mapTables(data: PhaseMapData): readonly FigureTable[] {
  const { x, y, colour, greyed, across, up, colourName, picked, summary, describe } = data;
  if (x.length === 0) return [];
  const height = (run: number) => (Number.isNaN(y[run]) ? Number.NEGATIVE_INFINITY : y[run]);
  const order = [...x.keys()].sort(
    (one, other) =>
      (x[one] as number) - (x[other] as number) ||
      Number((height(one) as number) > (height(other) as number)) -
        Number((height(one) as number) < (height(other) as number)) ||
      one - other,
  );
  const columns = [
    words('run'),
    across.name,
    up.name,
    colourName,
    words('verdict'),
    words('leftOutBecause'),
  ];
  const { shown, left } = fitting(order, columns.length, mostRuns);
  return [
    {
      caption: summary,
      columns,
      rows: shown.map((run) => {
        const told = describe?.(run);
        return [
          told?.name ?? String(run + 1),
          settingText(x[run]),
          up.scale === 'symmetricity' ? decimals(y[run], precise) : settingText(y[run]),
          decimals(colour[run], precise),
          told?.verdict ?? '',
          greyed[run] === 1 ? (told?.leftOut ?? words('yes')) : '',
        ];
      }),
      current: picked === null ? -1 : shown.indexOf(picked),
      ...(left > 0 ? { note: words('leftOut', { left }) } : {}),
    },
  ];
}

/** A setting or a measure, with as many decimals as it has, at most four. */
function settingText(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '';
  return formatNumber(value, { maximumFractionDigits: precise, useGrouping: false });
}
