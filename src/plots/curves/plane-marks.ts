/** The marks of the verdict plane: the path, where it started and where it is. */

import type { Layer } from '../axes.ts';
import { approximateTextWidth, type PixelPoint, placeBeside } from './label-layout.ts';
import { fadingPath, type PathCorner } from './plane-path.ts';
import { words } from './plane-words.ts';

/**
 * Draws the path up to the present, fading to the past, and faintly what came after it.
 * @param present number of the corner shown as the present
 */
export function drawPath(layer: Layer, corners: readonly PathCorner[], present: number): void {
  layer
    .selectAll<SVGPathElement, unknown>('path')
    .data(fadingPath(corners, present), (piece) => (piece as { key: string }).key)
    .join('path')
    .attr('class', 'plane-path')
    .attr('d', ({ path }) => path || null)
    .attr('opacity', ({ opacity }) => opacity);
}

/** Finds the place for the word "start" where it covers least of the path; null without a path. */
export function placeStartLabel(
  corners: readonly PathCorner[],
  present: PixelPoint | null,
  size: { readonly width: number; readonly height: number },
): PixelPoint | null {
  const start = corners[0];
  if (start === undefined) return null;
  const label = { width: approximateTextWidth(words('start')), height: 12 };
  return placeBeside(start, label, size, present === null ? corners : [...corners, present]);
}

/** Draws the start with its name, the present point, and a ring around a picked point. */
export function drawPlaces(
  layer: Layer,
  corners: readonly PathCorner[],
  places: {
    readonly present: PixelPoint | null;
    readonly picked: PixelPoint | null;
    readonly startLabel: PixelPoint | null;
    /** True before the network has learned: its place in the plane means nothing yet. */
    readonly learning: boolean;
  },
): void {
  const start = corners[0];
  const dots = [
    { key: 'start', radius: 3.5, place: start ?? null },
    { key: 'present', radius: 6, place: places.present },
    { key: 'picked', radius: 4, place: places.picked },
  ].flatMap(({ key, radius, place }) => (place === null ? [] : [{ key, radius, place }]));
  layer
    .selectAll<SVGCircleElement, (typeof dots)[number]>('circle')
    .data(dots, ({ key }) => key)
    .join('circle')
    .attr('class', ({ key }) => `plane-dot plane-dot-${key}`)
    .classed('plane-dot-learning', ({ key }) => key === 'present' && places.learning)
    .attr('r', ({ radius }) => radius)
    .attr('cx', ({ place }) => place.x)
    .attr('cy', ({ place }) => place.y);

  layer
    .selectAll<SVGTextElement, PixelPoint>('text')
    .data(places.startLabel === null ? [] : [places.startLabel])
    .join('text')
    .attr('class', 'plane-start-label')
    .attr('text-anchor', 'middle')
    .attr('dy', '0.33em')
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .text(words('start'));
}
