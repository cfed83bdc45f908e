/** What sets one figure of lines apart from another, and what it says in words. */

import { listed } from '../../messages/lists.ts';
import type { AxisTick } from '../axes.ts';
import { joinReading } from '../tooltip.ts';
import type { AxisName } from './figure-frame.ts';
import { type HistoryPoint, type RunHistory, shownPointIndex } from './history.ts';
import type { LineSeries } from './line-marks.ts';
import { formatStep } from './number-text.ts';
import { words } from './words.ts';

/** What one figure of lines shows. */
export interface LineChart {
  /** Part of the class name. */
  readonly kind: string;
  /** What the figure is, for those who do not see it. */
  readonly title: string;
  readonly axisName: AxisName;
  readonly series: readonly LineSeries[];
  readonly format: (value: number | null) => string;
  /** Values of the longest reading to expect, which the axis name leaves room for. */
  readonly longestValues: readonly number[];
  /** Turns a value into a coordinate of the vertical axis; NaN where it cannot be drawn. */
  readonly coordinate: (value: number) => number;
  /** Ends of the vertical axis, in its coordinates. It should change rarely and in strides. */
  readonly range: (points: readonly HistoryPoint[]) => readonly [number, number];
  /** Ticks of the vertical axis, with their positions in its coordinates. */
  readonly ticks: (low: number, high: number) => readonly AxisTick[];
}

/** The parts of a reading after the step: "train 3.2e-4", "test 1.1e-2". */
function readValues(chart: LineChart, point: HistoryPoint): string[] {
  return chart.series.map(({ name, value }) =>
    words('value', { name, value: chart.format(value(point)) }),
  );
}

/** The reading of a point: "step 1,240 · train 3.2e-4 · test 1.1e-2". */
export function pointText(chart: LineChart, point: HistoryPoint | undefined): string {
  if (point === undefined) return '';
  return joinReading([
    words('step', { step: formatStep(point.step) }),
    ...readValues(chart, point),
  ]);
}

const longestStep = 20_000;

/** The longest reading to expect. */
export function longestReading({ series, format, longestValues }: LineChart): string {
  return joinReading([
    words('step', { step: formatStep(longestStep) }),
    ...series.map(({ name }, index) =>
      words('value', { name, value: format(longestValues[index] ?? null) }),
    ),
  ]);
}

/** One sentence for those who do not see the figure, with the values at the step shown. */
export function chartSummary(chart: LineChart, history: RunHistory): string {
  const point = history.points[shownPointIndex(history)];
  const { title } = chart;
  if (point === undefined) return words('summaryNoSteps', { title });
  const values = listed(readValues(chart, point));
  return words('summary', { title, step: formatStep(point.step), values });
}
