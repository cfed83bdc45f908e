/** Pixels of one plane: the line through neighbours, the points, the highlighted residue. */

import type { LabelPosition } from './label-ring.ts';
import type { CirclesTheme } from './theme.ts';

/** A plane ready to be drawn. */
export interface DrawnPlane {
  /** x, y pairs, y upwards, in units of reach. */
  readonly positions: Float32Array;
  /** Residues in the order in which the line joins them. */
  readonly order: readonly number[];
  /** Colour of each residue. */
  readonly colours: readonly string[];
  /** Pixels from the panel's edge to the origin, in both directions. */
  readonly centre: number;
  /** Pixels of one unit. */
  readonly reach: number;
  readonly pointRadius: number;
  /** 0 … 1, for cross-fading. */
  readonly alpha: number;
}

/** A residue to single out, with its neighbours on this circle. */
export interface Highlight {
  readonly residue: number;
  readonly before: number;
  readonly next: number;
}

/** Radius of the largest point, in pixels. */
export const LARGEST_POINT = 4.5;
const SMALLEST_POINT = 1.4;
const DIMMED = 0.4;
const SHORTEST_LEADER = 4;
const HIGHLIGHT_GROWTH = 1.5;
const RING_WIDTH = 1.5;

/** How far a highlighted point reaches beyond an ordinary one: labels keep this distance. */
export const HIGHLIGHT_REACH = HIGHLIGHT_GROWTH + 1.5 * RING_WIDTH;

/** Radius of a point so that neighbours on an even circle nearly touch. */
export function pointRadiusFor(circleRadius: number, places: number): number {
  return Math.min(
    LARGEST_POINT,
    Math.max(SMALLEST_POINT, (0.92 * Math.PI * circleRadius) / places),
  );
}

export function drawPlane(
  context: CanvasRenderingContext2D,
  plane: DrawnPlane,
  theme: CirclesTheme,
  highlight: Highlight | undefined,
): void {
  const dimming = highlight ? DIMMED : 1;
  drawLine(context, plane, theme);
  context.globalAlpha = plane.alpha * dimming;
  for (const residue of plane.order) drawPoint(context, plane, residue, plane.pointRadius);
  if (highlight) drawHighlight(context, plane, theme, highlight);
  context.globalAlpha = 1;
}

/** The origin, as a small cross. */
export function drawCentre(
  context: CanvasRenderingContext2D,
  centre: number,
  theme: CirclesTheme,
): void {
  const arm = 3;
  context.globalAlpha = 0.6;
  context.strokeStyle = theme.mark;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(centre - arm, centre);
  context.lineTo(centre + arm, centre);
  context.moveTo(centre, centre - arm);
  context.lineTo(centre, centre + arm);
  context.stroke();
  context.globalAlpha = 1;
}

/** A hairline from a labelled point towards its label, where the two are not close anyway. */
export function drawLeader(
  context: CanvasRenderingContext2D,
  plane: DrawnPlane,
  theme: CirclesTheme,
  residue: number,
  label: LabelPosition,
): void {
  const [x, y] = pixelOf(plane, residue);
  const dx = plane.centre + label.x - x;
  const dy = plane.centre - label.y - y;
  const distance = Math.hypot(dx, dy);
  const from = plane.pointRadius + 1;
  const to = distance - 8;
  if (to - from < SHORTEST_LEADER) return;
  context.globalAlpha = plane.alpha * 0.8;
  context.strokeStyle = theme.mark;
  context.lineWidth = 0.75;
  context.beginPath();
  context.moveTo(x + (dx / distance) * from, y + (dy / distance) * from);
  context.lineTo(x + (dx / distance) * to, y + (dy / distance) * to);
  context.stroke();
  context.globalAlpha = 1;
}

/** Pixel position of a residue, y downwards. */
export function pixelOf(
  plane: Pick<DrawnPlane, 'positions' | 'centre' | 'reach'>,
  residue: number,
): [number, number] {
  const { positions, centre, reach } = plane;
  return [
    centre + reach * (positions[2 * residue] ?? 0),
    centre - reach * (positions[2 * residue + 1] ?? 0),
  ];
}

function drawLine(context: CanvasRenderingContext2D, plane: DrawnPlane, theme: CirclesTheme): void {
  context.globalAlpha = plane.alpha * 0.7;
  context.strokeStyle = theme.line;
  context.lineWidth = 0.75;
  context.lineJoin = 'round';
  context.beginPath();
  for (const residue of plane.order) context.lineTo(...pixelOf(plane, residue));
  context.closePath();
  context.stroke();
}

function drawPoint(
  context: CanvasRenderingContext2D,
  plane: DrawnPlane,
  residue: number,
  radius: number,
): void {
  const [x, y] = pixelOf(plane, residue);
  context.fillStyle = plane.colours[residue] as string;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

function drawHighlight(
  context: CanvasRenderingContext2D,
  plane: DrawnPlane,
  theme: CirclesTheme,
  { residue, before, next }: Highlight,
): void {
  context.globalAlpha = plane.alpha;
  context.strokeStyle = theme.ink;
  context.lineWidth = 1;
  context.beginPath();
  for (const stop of [before, residue, next]) context.lineTo(...pixelOf(plane, stop));
  context.stroke();
  for (const neighbour of [before, next]) {
    drawPoint(context, plane, neighbour, plane.pointRadius + 0.5);
  }
  const radius = plane.pointRadius + HIGHLIGHT_GROWTH;
  drawPoint(context, plane, residue, radius);
  for (const [colour, ring] of [
    [theme.surface, radius],
    [theme.ink, radius + RING_WIDTH],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = RING_WIDTH;
    context.beginPath();
    context.arc(...pixelOf(plane, residue), ring, 0, 2 * Math.PI);
    context.stroke();
  }
}
