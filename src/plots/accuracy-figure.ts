/** Accuracy over steps: the fraction of pairs whose largest logit is the right one. */

import type { CurveOptions, RunHistory } from './curves/history.ts';
import { createLineChart } from './curves/line-chart.ts';
import type { LineChart } from './curves/line-chart-description.ts';
import { formatPercent } from './curves/number-text.ts';
import { words } from './curves/words.ts';
import type { Figure } from './figure.ts';
import { wholePercent } from './percent.ts';

/** What the accuracy figure shows. */
export const accuracyChart: LineChart = {
  kind: 'accuracy',
  get title() {
    return words('accuracyTitle');
  },
  get axisName() {
    return { long: words('accuracyAxis'), short: words('accuracyAxis') };
  },
  series: [
    {
      key: 'train',
      get name() {
        return words('train');
      },
      value: ({ trainAccuracy }) => trainAccuracy,
    },
    {
      key: 'test',
      get name() {
        return words('test');
      },
      value: ({ testAccuracy }) => testAccuracy,
    },
  ],
  format: formatPercent,
  longestValues: [0.999, 0.999],
  coordinate: (accuracy) => accuracy,
  range: () => [0, 1],
  ticks: () =>
    [0, 0.25, 0.5, 0.75, 1].map((accuracy) => ({
      position: accuracy,
      text: wholePercent(accuracy),
    })),
};

/** Mounts the accuracy figure: train dashed, test solid. */
export function createAccuracyFigure(
  host: HTMLElement,
  options: CurveOptions = {},
): Figure<RunHistory> {
  return createLineChart(host, accuracyChart, options);
}
