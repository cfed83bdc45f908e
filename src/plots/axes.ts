/** Axes of the line figures: hairlines and labels that make room for each other. */

import type { Selection } from 'd3';
import { approximateTextWidth, packLabels, spreadLabels } from './curves/label-layout.ts';

/** An SVG group to draw into. */
export type Layer = Selection<SVGGElement, unknown, null, undefined>;

/** A labelled position of an axis, in pixels from its start (the left, the top). */
export interface AxisTick {
  readonly position: number;
  readonly text: string;
  /**
   * A threshold gets a dashed line and keeps its label; a regular tick disappears where it would
   * touch a threshold's label; an end is a regular tick that keeps its label too.
   */
  readonly kind?: 'regular' | 'end' | 'threshold';
}

const labelGap = 13;

interface PlacedTick extends AxisTick {
  readonly labelPosition: number;
}

/**
 * Finds the labels' heights: thresholds and ends share the room first, regular ticks take what
 * stays free.
 */
export function placeVerticalTicks(ticks: readonly AxisTick[], height: number): PlacedTick[] {
  const kept = ticks.filter(({ kind }) => kind === 'threshold' || kind === 'end');
  const heights = spreadLabels(
    kept.map(({ position }) => position),
    labelGap,
    -4,
    height + 2,
  );
  const placed = kept.map((tick, index) => ({
    ...tick,
    labelPosition: heights[index] ?? tick.position,
  }));
  for (const tick of ticks) {
    if (tick.kind !== undefined && tick.kind !== 'regular') continue;
    const free = placed.every(
      ({ labelPosition }) => Math.abs(labelPosition - tick.position) >= labelGap,
    );
    if (free) placed.push({ ...tick, labelPosition: tick.position });
  }
  return placed;
}

/** Draws the vertical axis: a hairline across the plot and a label at its left for every tick. */
export function drawVerticalAxis(
  layer: Layer,
  ticks: readonly AxisTick[],
  size: { readonly width: number; readonly height: number },
): void {
  const placed = placeVerticalTicks(ticks, size.height);
  layer
    .selectAll<SVGLineElement, PlacedTick>('line')
    .data(placed, ({ text }) => text)
    .join('line')
    .attr('class', ({ kind }) => (kind === 'threshold' ? 'curves-threshold' : 'curves-grid'))
    .attr('x2', size.width)
    .attr('y1', ({ position }) => position)
    .attr('y2', ({ position }) => position);
  layer
    .selectAll<SVGTextElement, PlacedTick>('text')
    .data(placed, ({ text }) => text)
    .join('text')
    .attr('class', ({ kind }) => (kind === 'threshold' ? 'curves-threshold-label' : 'curves-tick'))
    .attr('x', -8)
    .attr('y', ({ labelPosition }) => labelPosition)
    .attr('dy', '0.33em')
    .attr('text-anchor', 'end')
    .text(({ text }) => text);
}

/**
 * Draws the horizontal axis: a baseline, a short stroke for every tick, and a label for those that
 * find room, the first ticks first. Strokes of labels without room stay, shorter.
 * @param ticks the most important first
 */
export function drawHorizontalAxis(
  layer: Layer,
  ticks: readonly AxisTick[],
  size: { readonly width: number; readonly height: number; readonly overhang: number },
): void {
  const places = packLabels(
    ticks.map(({ position, text }) => ({ centre: position, width: approximateTextWidth(text) })),
    { rows: 1, gap: 4, low: -size.overhang, high: size.width + size.overhang },
  );
  const labelled = ticks.filter((_, index) => places[index] !== null);
  layer
    .selectAll<SVGLineElement, null>('line.curves-baseline')
    .data([null])
    .join('line')
    .attr('class', 'curves-baseline')
    .attr('x2', size.width)
    .attr('y1', size.height)
    .attr('y2', size.height);
  layer
    .selectAll<SVGLineElement, AxisTick>('line.curves-stroke')
    .data(ticks, ({ text }) => text)
    .join('line')
    .attr('class', 'curves-stroke')
    .attr('x1', ({ position }) => position)
    .attr('x2', ({ position }) => position)
    .attr('y1', size.height)
    .attr('y2', (_, index) => size.height + (places[index] === null ? 2 : 4));
  layer
    .selectAll<SVGTextElement, AxisTick>('text.curves-tick')
    .data(labelled, ({ text }) => text)
    .join('text')
    .attr('class', 'curves-tick')
    .attr('x', ({ position }) => position)
    .attr('y', size.height + 16)
    .attr('text-anchor', 'middle')
    .text(({ text }) => text);
}
