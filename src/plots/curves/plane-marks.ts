/** The marks of the verdict plane: the path, where it started and where it is. */

import type { Layer } from '../axes.ts';
import { approximateTextWidth, type PixelPoint, placeBeside } from './label-layout.ts';
import { fadingPath, type PathCorner } from './plane-path.ts';

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

/** Draws the start with its name, the present point, and a ring around a picked point. */
export function drawPlaces(
  layer: Layer,
  corners: readonly PathCorner[],
  places: { readonly present: PixelPoint | null; readonly picked: PixelPoint | null },
  size: { readonly width: number; readonly height: number },
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
    .attr('r', ({ radius }) => radius)
    .attr('cx', ({ place }) => place.x)
    .attr('cy', ({ place }) => place.y);

  const text = 'start';
  const label = { width: approximateTextWidth(text), height: 12 };
  const obstacles = places.present === null ? corners : [...corners, places.present];
  const labels =
    start === undefined ? [] : [placeBeside(start, label, size, obstacles)];
  layer
    .selectAll<SVGTextElement, PixelPoint>('text')
    .data(labels)
    .join('text')
    .attr('class', 'plane-start-label')
    .attr('text-anchor', 'middle')
    .attr('dy', '0.33em')
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .text(text);
}
