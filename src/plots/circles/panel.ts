/** One panel of the circles figure: a plane's elements and the motion of its points. */

import { prepareCanvas } from '../crisp-canvas.ts';
import { residueColours } from '../residue-colour.ts';
import type { CirclePlane } from './data.ts';
import type { DrawnPlane } from './draw.ts';
import {
  drawCentre,
  drawLeader,
  drawPlane,
  HIGHLIGHT_REACH,
  LARGEST_POINT,
  pixelOf,
  pointRadiusFor,
} from './draw.ts';
import { labelBox, labelDirections, labelMargin, placeLabels } from './label-ring.ts';
import { createPanelElements } from './panel-elements.ts';
import type { Presence } from './presence.ts';
import { largestRadius, meanRadius } from './scale.ts';
import { neighbourStep, stepOrder } from './step-order.ts';
import type { CirclesTheme } from './theme.ts';
import { createTween } from './tween.ts';

/** What a panel shows. */
export interface PanelContent {
  readonly plane: CirclePlane;
  readonly p: number;
  /** Factor from the plane's length unit to the unit disc. */
  readonly scale: number;
  readonly presence: Presence;
}

export interface CirclePanel {
  readonly element: HTMLElement;
  readonly stage: HTMLElement;
  content(): PanelContent | undefined;
  /** @param duration of the points' motion in milliseconds; 0: none, no cross-fade either */
  show(content: PanelContent, now: number, duration: number): void;
  /** Measures the stage again after the figure's size changed. */
  measure(): void;
  /** @returns whether something is still moving */
  draw(now: number, theme: CirclesTheme, activeResidue: number | undefined): boolean;
  /** Residues in the order of this circle, from 0 on. */
  order(): readonly number[];
  /** Position of a residue's point in the stage as it was drawn last, with its radius. */
  pointOf(residue: number): { x: number; y: number; radius: number };
}

const CROSS_FADE = 260;

export function createCirclePanel(): CirclePanel {
  const elements = createPanelElements();
  const points = createTween();
  const directions = createTween();
  let shown: PanelContent | undefined;
  let order: readonly number[] = [];
  let colours: readonly string[] = [];
  let coloursTheme: CirclesTheme | undefined;
  let size = 0;
  let drawn: DrawnPlane | undefined;
  let outgoing: DrawnPlane | undefined;
  let fadeStart = Number.NEGATIVE_INFINITY;

  /** The plane as it stands at a time, in the panel's present size. */
  function layOut(now: number, content: PanelContent, theme: CirclesTheme, alpha: number) {
    const { plane, p } = content;
    if (coloursTheme !== theme) colours = residueColours(plane.k, p, theme.palette);
    coloursTheme = theme;
    const positions = points.at(now);
    const margin = labelMargin(labelBox(p - 1)) + LARGEST_POINT + HIGHLIGHT_REACH;
    const reach = Math.max(8, size / 2 - margin);
    const radius = reach * meanRadius(positions);
    const pointRadius = pointRadiusFor(radius, p / plane.sharedFactor);
    return { positions, order, colours, centre: size / 2, reach, pointRadius, alpha };
  }

  function drawLabels(
    context: CanvasRenderingContext2D,
    now: number,
    plane: DrawnPlane,
    theme: CirclesTheme,
    neighbour: number,
  ) {
    const [angle, gap] = directions.at(now);
    const ring = plane.reach * largestRadius(plane.positions) + plane.pointRadius + HIGHLIGHT_REACH;
    const residues = [0, neighbour] as const;
    const boxes = [labelBox(0), labelBox(neighbour)] as const;
    const places = placeLabels({ angle: angle ?? 0, gap: gap ?? 0 }, ring, boxes);
    places.forEach((place, index) => {
      drawLeader(context, plane, theme, residues[index] as number, place);
      const label = elements.labels[index] as HTMLElement;
      const x = plane.centre + place.x;
      const y = plane.centre - place.y;
      label.style.transform = `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px) translate(-50%, -50%)`;
      label.style.opacity = String(plane.alpha);
    });
  }

  return {
    element: elements.panel,
    stage: elements.stage,
    content: () => shown,
    order: () => order,
    show(content, now, duration) {
      const { plane, p, scale, presence } = content;
      const isOther = shown?.plane.k !== plane.k || shown.p !== p;
      if (isOther) {
        const isFading = shown !== undefined && duration > 0 && drawn !== undefined;
        outgoing = isFading && drawn ? { ...drawn, positions: drawn.positions.slice() } : undefined;
        fadeStart = isFading ? now : Number.NEGATIVE_INFINITY;
        if (isFading) fadeIn(elements.header);
        order = stepOrder(plane.k, p);
        coloursTheme = undefined;
      }
      const scaled = plane.points.map((coordinate) => coordinate * scale);
      const labels = labelDirections(scaled, 0, neighbourStep(plane.k, p));
      const motion = isOther ? 0 : duration;
      points.retarget(scaled, now, motion);
      directions.retarget(
        [nearestTurn(labels.angle, directions.at(now)[0]), labels.gap],
        now,
        motion,
      );
      shown = content;
      elements.write(plane, p, presence);
    },
    measure() {
      size = elements.stage.clientWidth;
    },
    draw(now, theme, activeResidue) {
      const context = prepareCanvas(elements.canvas, size, size);
      if (!shown || !context) return false;
      const progress = Math.min(1, Math.max(0, (now - fadeStart) / CROSS_FADE));
      if (progress >= 1) outgoing = undefined;
      drawn = layOut(now, shown, theme, progress);
      drawCentre(context, drawn.centre, theme);
      if (outgoing) drawPlane(context, { ...outgoing, alpha: 1 - progress }, theme, undefined);
      const step = neighbourStep(shown.plane.k, shown.p);
      const isActive = activeResidue !== undefined && activeResidue < shown.p;
      const highlight = isActive
        ? {
            residue: activeResidue,
            before: (activeResidue - step + shown.p) % shown.p,
            next: (activeResidue + step) % shown.p,
          }
        : undefined;
      drawLabels(context, now, drawn, theme, step);
      drawPlane(context, drawn, theme, highlight);
      return progress < 1 || points.isMoving(now);
    },
    pointOf(residue) {
      if (!drawn) return { x: size / 2, y: size / 2, radius: 0 };
      const [x, y] = pixelOf(drawn, residue);
      return { x, y, radius: drawn.pointRadius };
    },
  };
}

/** The same direction, counted so that the way from the old angle is at most half a turn. */
function nearestTurn(angle: number, from: number | undefined): number {
  if (from === undefined) return angle;
  const turn = 2 * Math.PI;
  return angle + turn * Math.round((from - angle) / turn);
}

function fadeIn(element: HTMLElement): void {
  if (typeof element.animate !== 'function') return;
  element.animate([{ opacity: 0 }, { opacity: 1 }], { duration: CROSS_FADE, easing: 'ease-out' });
}
