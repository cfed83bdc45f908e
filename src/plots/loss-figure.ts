/** Loss over steps, on a logarithmic axis: fitting and generalising are cliffs there. */

import { max, min } from 'd3';
import {
  type CurveOptions,
  type HistoryPoint,
  isValue,
  type RunHistory,
} from './curves/history.ts';
import { createLineChart } from './curves/line-chart.ts';
import type { LineChart } from './curves/line-chart-description.ts';
import { formatLoss, formatPowerOfTen } from './curves/number-text.ts';
import { words } from './curves/words.ts';
import type { Figure } from './figure.ts';

const stride = 3;
const room = 0.15;

/**
 * Ends of the axis as powers of ten. The lower end moves three powers at a time, a little before
 * the line gets there.
 */
export function lossRange(points: readonly HistoryPoint[]): [number, number] {
  const losses = points
    .flatMap(({ trainLoss, testLoss }) => [trainLoss, testLoss])
    .filter((loss): loss is number => isValue(loss) && loss > 0);
  const low = Math.floor((Math.log10(min(losses) ?? 1) - room) / stride) * stride;
  return [Math.min(-stride, low), Math.max(1, Math.ceil(Math.log10(max(losses) ?? 1)))];
}

/** Powers of ten to label: each one on a short axis, else every third (sixth, …). */
export function lossTickExponents(low: number, high: number): number[] {
  const span = high - low;
  const step = span <= 5 ? 1 : stride * Math.ceil(span / 16);
  const exponents: number[] = [];
  for (let exponent = Math.ceil(low / step) * step; exponent <= high; exponent += step) {
    exponents.push(exponent + 0);
  }
  return exponents;
}

/** What the loss figure shows. */
export const lossChart: LineChart = {
  kind: 'loss',
  get title() {
    return words('lossTitle');
  },
  get axisName() {
    return { long: words('lossAxis'), short: words('lossAxisShort') };
  },
  series: [
    {
      key: 'train',
      get name() {
        return words('train');
      },
      value: ({ trainLoss }) => trainLoss,
    },
    {
      key: 'test',
      get name() {
        return words('test');
      },
      value: ({ testLoss }) => testLoss,
    },
  ],
  format: formatLoss,
  longestValues: [3.2e-4, 1.1e-2],
  coordinate: (loss) => (loss > 0 ? Math.log10(loss) : Number.NaN),
  range: lossRange,
  ticks: (low, high) =>
    lossTickExponents(low, high).map((exponent) => ({
      position: exponent,
      text: formatPowerOfTen(exponent),
    })),
};

/** Mounts the loss figure: train dashed, test solid. */
export function createLossFigure(
  host: HTMLElement,
  options: CurveOptions = {},
): Figure<RunHistory> {
  return createLineChart(host, lossChart, options);
}
