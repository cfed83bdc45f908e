/** The runs as marks: disc, square and diamond, so that they differ without their colours too. */

import { symbol, symbolCircle, symbolDiamond2, symbolSquare } from 'd3';
import type { Layer } from '../../axes.ts';
import type { RunKind } from './data.ts';
import type { PlacedRun } from './layout.ts';

/** Areas in square pixels by which the three look equally large. */
const shapes = {
  pizza: { type: symbolCircle, area: 68 },
  clock: { type: symbolSquare, area: 60 },
  neither: { type: symbolDiamond2, area: 56 },
} as const;

const RING = 9.5;

/** A run's shape around 0, 0, as an SVG path. */
export function shapePath(kind: RunKind): string {
  const { type, area } = shapes[kind];
  return symbol(type, area)() ?? '';
}

export function markClass(kind: RunKind, isHollow: boolean): string {
  return `phase-strip-mark phase-strip-${kind}${isHollow ? ' phase-strip-hollow' : ''}`;
}

export function drawRuns(layer: Layer, placed: readonly PlacedRun[]): void {
  layer
    .selectAll<SVGPathElement, PlacedRun>('path')
    .data(placed, ({ index }) => index)
    .join('path')
    .attr('class', ({ kind, isHollow }) => markClass(kind, isHollow))
    .attr('d', ({ kind }) => shapePath(kind))
    .attr('transform', ({ x, y }) => `translate(${x.toFixed(1)},${y.toFixed(1)})`);
}

/** Rings around the picked run and the one pointed at. */
export function drawRings(
  layer: Layer,
  picked: PlacedRun | undefined,
  pointed: PlacedRun | undefined,
): void {
  const rings = [
    { key: 'pointed', run: pointed === picked ? undefined : pointed },
    { key: 'picked', run: picked },
  ].flatMap(({ key, run }) => (run ? [{ key, run }] : []));
  layer
    .selectAll<SVGCircleElement, (typeof rings)[number]>('circle')
    .data(rings, ({ key }) => key)
    .join('circle')
    .attr('class', ({ key }) => `phase-strip-ring phase-strip-ring-${key}`)
    .attr('r', RING)
    .attr('cx', ({ run }) => run.x.toFixed(1))
    .attr('cy', ({ run }) => run.y.toFixed(1));
}

/** The run nearest to a place, if it is near enough to be meant. */
export function runAt(placed: readonly PlacedRun[], x: number, y: number): number | undefined {
  let nearest: PlacedRun | undefined;
  let shortest = REACH;
  for (const run of placed) {
    const distance = Math.hypot(run.x - x, run.y - y);
    if (distance < shortest) [nearest, shortest] = [run, distance];
  }
  return nearest?.index;
}

/** Half of a comfortable target for a finger, in pixels. */
const REACH = 20;
