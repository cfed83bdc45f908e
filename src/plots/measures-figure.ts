/** Gradient symmetricity and distance irrelevance over steps, with the thresholds of the verdict. */

import { min, ticks as roundTicks } from 'd3';
import {
  type CurveOptions,
  type HistoryPoint,
  isValue,
  type RunHistory,
} from './curves/history.ts';
import { createLineChart } from './curves/line-chart.ts';
import type { LineChart } from './curves/line-chart-description.ts';
import { formatMeasure, formatTick } from './curves/number-text.ts';
import { irrelevanceThreshold, symmetricityThreshold } from './curves/plane-regions.ts';
import { words } from './curves/words.ts';
import type { Figure } from './figure.ts';

/** Ends of the axis: 0 to 1, or lower in fifths where gradients point against each other. */
export function measuresRange(points: readonly HistoryPoint[]): [number, number] {
  const symmetricities = points.map(({ gradientSymmetricity }) => gradientSymmetricity);
  const lowest = min(symmetricities.filter(isValue)) ?? 0;
  return [Math.min(0, Math.floor(lowest * 5) / 5), 1];
}

/** What the figure of measures shows. */
export const measuresChart: LineChart = {
  kind: 'measures',
  get title() {
    return words('measuresTitle');
  },
  get axisName() {
    return { long: words('measuresAxis'), short: words('measuresAxisShort') };
  },
  series: [
    {
      key: 'symmetricity',
      name: 'GS',
      value: ({ gradientSymmetricity }) => gradientSymmetricity,
    },
    { key: 'irrelevance', name: 'q', value: ({ distanceIrrelevance }) => distanceIrrelevance },
  ],
  format: formatMeasure,
  longestValues: [0.9999, 0.999],
  coordinate: (measure) => Math.min(1, measure),
  range: measuresRange,
  ticks: (low, high) => [
    { position: 1, text: '1', kind: 'end' },
    {
      position: symmetricityThreshold,
      text: `GS ${formatTick(symmetricityThreshold)}`,
      kind: 'threshold',
    },
    {
      position: irrelevanceThreshold,
      text: `q ${formatTick(irrelevanceThreshold)}`,
      kind: 'threshold',
    },
    ...roundTicks(low, high, 5)
      .filter((tick) => tick < 1)
      .map((tick) => ({ position: tick, text: formatTick(tick) })),
  ],
};

/** Mounts the figure of measures. */
export function createMeasuresFigure(
  host: HTMLElement,
  options: CurveOptions = {},
): Figure<RunHistory> {
  return createLineChart(host, measuresChart, options);
}
