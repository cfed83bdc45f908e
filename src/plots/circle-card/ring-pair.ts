/** The marked pair on the ring of a circle's card. */

import type { DrawnPlane } from '../circles/draw.ts';
import { pixelOf } from '../circles/draw.ts';
import type { CirclesTheme } from '../circles/theme.ts';
import type { SelectedPair } from '../heatmap.ts';

/** Both points of a pair with hands from the centre, and the point halfway that a Pizza reads. */
export function drawPair(
  context: CanvasRenderingContext2D,
  plane: DrawnPlane,
  theme: CirclesTheme,
  { a, b }: SelectedPair,
): void {
  const [first, second] = [pixelOf(plane, a), pixelOf(plane, b)];
  context.strokeStyle = theme.ink;
  context.lineWidth = 1.25;
  context.beginPath();
  context.moveTo(...first);
  context.lineTo(...second);
  context.stroke();
  const middle = [(first[0] + second[0]) / 2, (first[1] + second[1]) / 2] as const;
  const radius = plane.pointRadius + 1.5;
  for (const [point, residue] of [
    [first, a],
    [second, b],
  ] as const) {
    disc(context, point, radius, plane.colours[residue] as string, theme.ink);
  }
  disc(context, middle, 3, theme.surface, theme.ink);
}

function disc(
  context: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  radius: number,
  fill: string,
  stroke: string,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.strokeStyle = stroke;
  context.lineWidth = 1.5;
  context.fill();
  context.stroke();
}
