/** The marks of the timeline: the track, the milestones with their names, the handle. */

import type { Layer } from '../axes.ts';
import type { Milestone } from './history.ts';
import { approximateTextWidth, packLabels } from './label-layout.ts';
import { formatStep } from './number-text.ts';
import { words } from './timeline-words.ts';

/** Height of the middle of the track, in pixels from the top of the drawing. */
export const trackHeight = 10;
const firstRow = 27;
const rowHeight = 13;

/** Draws the track: what is to come, what was trained, and what was trained up to the handle. */
export function drawTrack(
  layer: Layer,
  ends: { readonly total: number; readonly trained: number; readonly shown: number },
): void {
  const parts = [
    { key: 'total', x: ends.total },
    { key: 'trained', x: ends.trained },
    { key: 'shown', x: ends.shown },
  ];
  layer
    .selectAll<SVGLineElement, (typeof parts)[number]>('line')
    .data(parts, ({ key }) => key)
    .join('line')
    .attr('class', ({ key }) => `curves-track curves-track-${key}`)
    .attr('y1', trackHeight)
    .attr('y2', trackHeight)
    .attr('x2', ({ x }) => x);
}

/** A milestone and where its name found room. */
export interface PlacedMilestone extends Milestone {
  readonly key: string;
  readonly x: number;
  /** Row of the name, or null without room. */
  readonly row: number | null;
  readonly left: number;
  /** True when a stroke down to a lower row would cross a name in the first. */
  readonly crosses: boolean;
}

/**
 * Finds room for the milestones' names in three rows, first come first served, so that a name stays
 * when later ones arrive. The end of the track is named last.
 */
export function placeMilestones(
  milestones: readonly Milestone[],
  steps: number,
  position: (step: number) => number,
  overhang: number,
): PlacedMilestone[] {
  const marks = [...milestones, { step: steps, label: formatStep(steps) }];
  const places = packLabels(
    marks.map(({ step, label }) => ({
      centre: position(step),
      width: approximateTextWidth(label),
    })),
    { rows: 3, gap: 8, low: -overhang, high: position(steps) + overhang },
  );
  return marks.map((mark, index) => {
    const x = position(mark.step);
    const crosses = places.some((place, other) => {
      const right = (place?.left ?? 0) + approximateTextWidth(marks[other]?.label ?? '');
      return place?.row === 0 && x > place.left - 2 && x < right + 2;
    });
    const place = places[index];
    const key = `${index} ${mark.label}`;
    return { ...mark, key, x, crosses, row: place?.row ?? null, left: place?.left ?? 0 };
  });
}

/** Draws a stroke for every milestone, down to its name; names without room are in its title. */
export function drawMilestoneMarks(layer: Layer, placed: readonly PlacedMilestone[]): void {
  const groups = layer
    .selectAll<SVGGElement, PlacedMilestone>('g')
    .data(placed, ({ key }) => key)
    .join((entering) => {
      const group = entering.append('g').attr('class', 'curves-mark');
      group.append('title');
      group.append('line');
      group.append('text');
      return group;
    });
  groups
    .select<SVGTitleElement>('title')
    .text(({ label, step }) => words('mark', { label, step: formatStep(step) }));
  groups
    .select<SVGLineElement>('line')
    .attr('x1', ({ x }) => x)
    .attr('x2', ({ x }) => x)
    .attr('y1', trackHeight - 5)
    .attr('y2', ({ row, crosses }) =>
      row === null ? trackHeight + 5 : firstRow - 10 + (crosses ? 0 : row * rowHeight),
    );
  groups
    .select<SVGTextElement>('text')
    .attr('display', ({ row }) => (row === null ? 'none' : null))
    .attr('x', ({ left }) => left)
    .attr('y', ({ row }) => firstRow + (row ?? 0) * rowHeight)
    .text(({ label }) => label);
}
