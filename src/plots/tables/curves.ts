/** A run over its steps as tables. */

import { accuracyChart } from '../accuracy-figure.ts';
import type { HistoryPoint, RunHistory } from '../curves/history.ts';
import { isValue, shownPointIndex } from '../curves/history.ts';
import type { LineChart } from '../curves/line-chart-description.ts';
import { formatMeasure, formatPercentNumber, formatStep } from '../curves/number-text.ts';
import { learnedAccuracy, regionOf } from '../curves/plane-regions.ts';
import { words as planeWords } from '../curves/plane-words.ts';
import { lossChart } from '../loss-figure.ts';
import { measuresChart } from '../measures-figure.ts';
import type { FigureTable, TableCell } from './table.ts';
import { evenly, mostSteps } from './table.ts';
import { words } from './words.ts';

/** Loss of both parts of the table of sums. */
export const lossTables = (history: RunHistory) => lineTables(lossChart, history, 'nats');

/** Share of right answers. */
export const accuracyTables = (history: RunHistory) =>
  lineTables({ ...accuracyChart, format: formatPercentNumber }, history, '%');

/** Gradient symmetricity and distance irrelevance. */
export const measuresTables = (history: RunHistory) => lineTables(measuresChart, history);

/** Both measures, and where they place the run. */
export function pathTables(history: RunHistory): readonly FigureTable[] {
  return stepsTable(
    history,
    words('path'),
    ['GS', 'q', words('region')],
    ({ gradientSymmetricity, distanceIrrelevance, testAccuracy }) => [
      formatMeasure(gradientSymmetricity),
      formatMeasure(distanceIrrelevance),
      regionWord(gradientSymmetricity, distanceIrrelevance, testAccuracy),
    ],
  );
}

/** One row a step of what one figure of lines shows. @param unit of all lines */
function lineTables(
  chart: Pick<LineChart, 'title' | 'series' | 'format'>,
  history: RunHistory,
  unit?: string,
): readonly FigureTable[] {
  const columns = chart.series.map(({ name }) =>
    unit === undefined ? name : words('withUnit', { name, unit }),
  );
  return stepsTable(history, chart.title, columns, (point) =>
    chart.series.map(({ value }) => chart.format(value(point))),
  );
}

function stepsTable(
  history: RunHistory,
  caption: string,
  columns: readonly string[],
  cells: (point: HistoryPoint) => readonly TableCell[],
): readonly FigureTable[] {
  const { points } = history;
  if (points.length === 0) return [];
  const shown = shownPointIndex(history);
  const places = evenly(points.length, mostSteps, shown);
  const isWhole = places.length === points.length;
  return [
    {
      caption,
      columns: [words('step'), ...columns],
      rows: places.map((place) => {
        const point = points[place] as HistoryPoint;
        return [formatStep(point.step), ...cells(point)];
      }),
      current: places.indexOf(shown),
      ...(isWhole ? {} : { note: words('steps', { shown: places.length, total: points.length }) }),
    },
  ];
}

function regionWord(
  symmetricity: number | null,
  irrelevance: number | null,
  accuracy: number | null,
): string {
  if (!isValue(symmetricity) || !isValue(irrelevance)) return '';
  if (!(isValue(accuracy) && accuracy >= learnedAccuracy)) return words('stillLearning');
  const region = regionOf(symmetricity, irrelevance);
  if (region === null) return words('between');
  return planeWords(region === 'Pizza' ? 'pizza' : 'clock');
}
