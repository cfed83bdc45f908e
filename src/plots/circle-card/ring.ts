/** The ring of a circle's card: its real points, joined in the order of its steps. */

import { greatestCommonDivisor } from '../../math/modular.ts';
import type { DrawnPlane } from '../circles/draw.ts';
import {
  drawCentre,
  drawLeader,
  drawPlane,
  LARGEST_POINT,
  pointRadiusFor,
} from '../circles/draw.ts';
import type { LabelBox } from '../circles/label-ring.ts';
import { labelDirections, placeLabels } from '../circles/label-ring.ts';
import { largestRadius, meanRadius } from '../circles/scale.ts';
import { neighbourStep, stepOrder } from '../circles/step-order.ts';
import type { CirclesTheme } from '../circles/theme.ts';
import { prepareCanvas } from '../crisp-canvas.ts';
import type { SelectedPair } from '../heatmap.ts';
import { createHtml, writeText } from '../inside/elements.ts';
import { residueColours } from '../residue-colour.ts';
import type { ValueReadout } from '../value-readout.ts';
import type { CircleCardData } from './data.ts';
import { drawPair } from './ring-pair.ts';
import { createRingReading } from './ring-reading.ts';
import { ringCaption, ringLabel } from './wording.ts';
import { words } from './words.ts';

export interface Ring {
  readonly element: HTMLElement;
  /** @param pair the pair to mark; without one, residue 0 and its neighbour are named */
  draw(data: CircleCardData, pair: SelectedPair | null, theme: CirclesTheme): void;
  /** Shows nothing but the ghost of a circle. */
  clear(): void;
  /** Shows the point that is pointed at, if one is. @param figure what the readout belongs to */
  read(readout: ValueReadout, figure: HTMLElement): void;
  destroy(): void;
}

/** Space outside the points that belongs to the labels. */
const LABEL_MARGIN = 20;
const LABEL_RING = 5;

/** @param request called when another point is meant */
export function createRing(request: () => void): Ring {
  const element = createHtml('div', 'circle-card-ring');
  const stage = createHtml('div', 'circle-card-stage');
  const canvas = createHtml('canvas', 'circle-card-canvas');
  const labels = [createHtml('span', 'circles-label'), createHtml('span', 'circles-label')];
  const caption = createHtml('div', 'circle-card-caption');
  stage.append(canvas, ...labels);
  element.append(stage, caption);

  const reading = createRingReading(stage, request);

  function writeLabels(
    context: CanvasRenderingContext2D,
    plane: DrawnPlane,
    theme: CirclesTheme,
    named: readonly NamedResidue[],
  ) {
    const [first, second = first] = named;
    if (!first || !second) return;
    const boxes = [boxOf(first.text), boxOf(second.text)] as const;
    const directions = labelDirections(plane.positions, first.residue, second.residue);
    const ring = plane.reach * largestRadius(plane.positions) + plane.pointRadius + LABEL_RING;
    const places = placeLabels(directions, ring, boxes);
    labels.forEach((label, index) => {
      const name = named[index];
      const place = places[index];
      label.hidden = name === undefined;
      if (!name || !place) return;
      writeText(label, name.text);
      drawLeader(context, plane, theme, name.residue, place);
      const x = plane.centre + place.x;
      const y = plane.centre - place.y;
      label.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, -50%)`;
    });
  }

  return {
    element,
    draw(data, pair, theme) {
      const { p, k, points } = data;
      stage.setAttribute('role', 'img');
      stage.setAttribute('aria-label', ringLabel(data, pair));
      stage.setAttribute('aria-description', words('ringWalking'));
      stage.tabIndex = 0;
      writeText(caption, ringCaption(data, pair));
      const size = stage.clientWidth;
      const widest = largestRadius(points);
      const scale = widest > 0 ? 1 / widest : 0;
      const positions = points.map((coordinate) => coordinate * scale);
      const reach = Math.max(8, size / 2 - LABEL_MARGIN);
      const places = p / greatestCommonDivisor(k, p);
      const plane: DrawnPlane = {
        positions,
        order: stepOrder(k, p),
        colours: residueColours(k, p, theme.palette),
        centre: size / 2,
        reach,
        pointRadius: Math.min(
          LARGEST_POINT - 0.5,
          pointRadiusFor(reach * meanRadius(positions), places),
        ),
        alpha: 1,
      };
      const highlight = reading.take(data, plane);
      const context = prepareCanvas(canvas, size, size);
      if (!context) return;
      drawCentre(context, plane.centre, theme);
      drawPlane(context, plane, theme, highlight);
      if (pair) drawPair(context, plane, theme, pair);
      writeLabels(context, plane, theme, namedResidues(pair, k, p));
    },
    clear() {
      for (const name of ['role', 'aria-label', 'aria-description', 'tabindex']) {
        stage.removeAttribute(name);
      }
      reading.clear();
      for (const label of labels) label.hidden = true;
      writeText(caption, '\u00a0');
      prepareCanvas(canvas, stage.clientWidth, stage.clientWidth);
    },
    read: reading.read,
    destroy: reading.destroy,
  };
}

interface NamedResidue {
  readonly residue: number;
  readonly text: string;
}

function namedResidues(pair: SelectedPair | null, k: number, p: number): NamedResidue[] {
  if (!pair) return [0, neighbourStep(k, p)].map((residue) => ({ residue, text: `${residue}` }));
  const { a, b } = pair;
  if (a === b) return [{ residue: a, text: 'a, b' }];
  return [
    { residue: a, text: 'a' },
    { residue: b, text: 'b' },
  ];
}

function boxOf(text: string): LabelBox {
  return { halfWidth: (text.length * 6.2 + 2) / 2, halfHeight: 6.5 };
}
