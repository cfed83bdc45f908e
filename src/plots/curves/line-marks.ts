/** The marks of a line figure: lines with gaps, labels at their ends, dots and upright lines. */

import { line as lineShape } from 'd3';
import type { Layer } from '../axes.ts';
import { type HistoryPoint, isValue, type Milestone } from './history.ts';
import { spreadLabels } from './label-layout.ts';

/** One line of a figure. */
export interface LineSeries {
  /** Part of the class name, which decides how the line looks. */
  readonly key: string;
  /** Label at the line's end, and its name in the reading. */
  readonly name: string;
  readonly value: (point: HistoryPoint) => number | null;
}

/** Where values are drawn, in pixels. A value that cannot be drawn has a height of NaN. */
export interface LineScales {
  readonly x: (step: number) => number;
  readonly y: (value: number | null) => number;
  readonly width: number;
  readonly height: number;
}

/** Draws the lines; a missing value interrupts them, a value alone between gaps becomes a dot. */
export function drawLines(
  layer: Layer,
  series: readonly LineSeries[],
  points: readonly HistoryPoint[],
  scales: LineScales,
): void {
  layer
    .selectAll<SVGPathElement, LineSeries>('path')
    .data(series, ({ key }) => key)
    .join('path')
    .attr('class', ({ key }) => `curves-line curves-line-${key}`)
    .attr('d', ({ value }) =>
      lineShape<HistoryPoint>()
        .defined((point) => isValue(scales.y(value(point))))
        .x((point) => scales.x(point.step))
        .y((point) => scales.y(value(point)))(points),
    );
}

/** Writes each line's name beside its newest value; names make room for each other. */
export function drawEndLabels(
  layer: Layer,
  series: readonly LineSeries[],
  points: readonly HistoryPoint[],
  scales: LineScales,
): void {
  const ends = series.flatMap((entry) => {
    const point = points.findLast((candidate) => isValue(scales.y(entry.value(candidate))));
    if (point === undefined) return [];
    const x = Math.min(scales.x(point.step), scales.width);
    return [{ ...entry, x: x + 7, y: scales.y(entry.value(point)) }];
  });
  const heights = spreadLabels(
    ends.map(({ y }) => y),
    13,
    0,
    scales.height - 6,
  );
  layer
    .selectAll<SVGTextElement, (typeof ends)[number]>('text')
    .data(ends, ({ key }) => key)
    .join('text')
    .attr('class', ({ key }) => `curves-end-label curves-end-label-${key}`)
    .attr('x', ({ x }) => x)
    .attr('y', (_, index) => heights[index] ?? 0)
    .attr('dy', '0.33em')
    .text(({ name }) => name);
}

/** Draws a dot on every line at one point. */
export function drawDots(
  layer: Layer,
  series: readonly LineSeries[],
  point: HistoryPoint | undefined,
  scales: LineScales,
): void {
  const dots = series.flatMap(({ key, value }) => {
    const y = point === undefined ? Number.NaN : scales.y(value(point));
    return point === undefined || !isValue(y) ? [] : [{ key, x: scales.x(point.step), y }];
  });
  layer
    .selectAll<SVGCircleElement, (typeof dots)[number]>('circle')
    .data(dots, ({ key }) => key)
    .join('circle')
    .attr('class', ({ key }) => `curves-dot curves-dot-${key}`)
    .attr('r', 3)
    .attr('cx', ({ x }) => x)
    .attr('cy', ({ y }) => y);
}

/** Draws an upright line for the step that the other pictures show, and one for the picked step. */
export function drawUprights(
  layer: Layer,
  steps: { readonly cursor: number | null; readonly picked: number | null },
  scales: LineScales,
): void {
  const uprights = (['cursor', 'picked'] as const).flatMap((kind) => {
    const step = steps[kind];
    return step === null ? [] : [{ kind, x: scales.x(step) }];
  });
  layer
    .selectAll<SVGLineElement, (typeof uprights)[number]>('line')
    .data(uprights, ({ kind }) => kind)
    .join('line')
    .attr('class', ({ kind }) => `curves-upright curves-upright-${kind}`)
    .attr('x1', ({ x }) => x)
    .attr('x2', ({ x }) => x)
    .attr('y1', -4)
    .attr('y2', scales.height);
}

/** Draws a short stroke on the baseline for every milestone; the timeline tells their names. */
export function drawMilestones(
  layer: Layer,
  milestones: readonly Milestone[],
  scales: LineScales,
): void {
  layer
    .selectAll<SVGLineElement, Milestone>('line')
    .data(milestones.filter(({ step }) => scales.x(step) <= scales.width))
    .join('line')
    .attr('class', 'curves-milestone')
    .attr('x1', ({ step }) => scales.x(step))
    .attr('x2', ({ step }) => scales.x(step))
    .attr('y1', scales.height - 5)
    .attr('y2', scales.height);
}
