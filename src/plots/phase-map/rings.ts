/** Rings around the picked run and the one pointed at. Each shows its run's dot once more, on top. */

import type { Layer } from '../axes.ts';

/** A run that gets a ring. */
export interface RingedRun {
  readonly key: 'picked' | 'pointed';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: string;
  readonly isHollow: boolean;
}

const circles = ['halo', 'line', 'dot'] as const;
/** From the dot to its ring. */
const DISTANCE = 3.5;
/** Dots under a ring are at least this large. */
const SMALLEST = 3;

export function drawRings(layer: Layer, runs: readonly RingedRun[]): void {
  const groups = layer
    .selectAll<SVGGElement, RingedRun>('g')
    .data(runs, ({ key }) => key)
    .join((enter) => {
      const group = enter.append('g');
      for (const name of circles) group.append('circle').attr('class', `phase-map-ring-${name}`);
      return group;
    })
    .attr('class', ({ key }) => `phase-map-ring phase-map-ring-${key}`)
    .attr('transform', ({ x, y }) => `translate(${x.toFixed(1)},${y.toFixed(1)})`);
  for (const name of circles) {
    groups
      .select(`.phase-map-ring-${name}`)
      .attr('r', (run) => dotRadius(run) + (name === 'dot' ? 0 : DISTANCE));
  }
  groups
    .select('.phase-map-ring-dot')
    .style('fill', ({ isHollow, colour }) => (isHollow ? 'var(--surface)' : colour))
    .style('stroke', ({ colour }) => colour);
}

function dotRadius({ radius }: RingedRun): number {
  return Math.max(SMALLEST, radius);
}
