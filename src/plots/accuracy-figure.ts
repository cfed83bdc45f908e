/** Accuracy over steps: the fraction of pairs whose largest logit is the right one. */

import type { CurveOptions, RunHistory } from './curves/history.ts';
import { createLineChart } from './curves/line-chart.ts';
import type { LineChart } from './curves/line-chart-description.ts';
import { formatPercent } from './curves/number-text.ts';
import type { Figure } from './figure.ts';

/** What the accuracy figure shows. */
export const accuracyChart: LineChart = {
  kind: 'accuracy',
  title: 'Accuracy over training steps',
  axisName: { long: 'accuracy', short: 'accuracy' },
  series: [
    { key: 'train', name: 'train', value: ({ trainAccuracy }) => trainAccuracy },
    { key: 'test', name: 'test', value: ({ testAccuracy }) => testAccuracy },
  ],
  format: formatPercent,
  longestReading: 'step 20,000 · train 99.9 % · test 99.9 %',
  coordinate: (accuracy) => accuracy,
  range: () => [0, 1],
  ticks: () =>
    [0, 0.25, 0.5, 0.75, 1].map((accuracy) => ({
      position: accuracy,
      text: `${accuracy * 100} %`,
    })),
};

/** Mounts the accuracy figure: train dashed, test solid. */
export function createAccuracyFigure(
  host: HTMLElement,
  options: CurveOptions = {},
): Figure<RunHistory> {
  return createLineChart(host, accuracyChart, options);
}
