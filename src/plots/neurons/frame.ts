/** Axes of the phases, the diagonal of equal phases and its band. Phases wrap around: so does it. */

import { createSvg } from '../inside/elements.ts';
import type { NeuronPlane } from './plane.ts';
import { phaseTicks, pixelOfPhases } from './plane.ts';
import { words } from './words.ts';

/** Phases closer than this count as equal. */
export const EQUAL_WITHIN = 0.3;

export interface NeuronsFrame {
  readonly element: SVGSVGElement;
  lay(plane: NeuronPlane): void;
}

export function createNeuronsFrame(): NeuronsFrame {
  const element = createSvg('svg', { class: 'neurons-frame', 'aria-hidden': 'true' });
  return {
    element,
    lay(plane) {
      element.setAttribute('width', String(plane.width));
      element.setAttribute('height', String(plane.height));
      element.replaceChildren(
        ...bandPaths(plane),
        ...axes(plane),
        diagonal(plane),
        diagonalName(plane),
      );
    },
  };
}

/** The band along the diagonal, and its two corners on the other side of π. */
function bandPaths(plane: NeuronPlane): SVGElement[] {
  const { PI } = Math;
  const e = EQUAL_WITHIN;
  const shapes: readonly (readonly (readonly [number, number])[])[] = [
    [
      [-PI, -PI],
      [-PI + e, -PI],
      [PI, PI - e],
      [PI, PI],
      [PI - e, PI],
      [-PI, -PI + e],
    ],
    [
      [-PI, PI],
      [-PI, PI - e],
      [-PI + e, PI],
    ],
    [
      [PI, -PI],
      [PI, -PI + e],
      [PI - e, -PI],
    ],
  ];
  return shapes.map((corners) => {
    const points = corners.map(([left, right]) => {
      const { x, y } = pixelOfPhases(plane, left, right);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    });
    return createSvg('path', { class: 'neurons-band', d: `M${points.join('L')}Z` });
  });
}

function axes(plane: NeuronPlane): SVGElement[] {
  const { left, top, side } = plane;
  const bottom = top + side;
  const lines = phaseTicks.flatMap(({ phase, text }) => {
    const { x, y } = pixelOfPhases(plane, phase, phase);
    const isEdge = Math.abs(phase) > 3;
    const className = isEdge ? 'neurons-edge' : 'neurons-grid';
    return [
      createSvg('line', { class: className, x1: x, x2: x, y1: top, y2: bottom }),
      createSvg('line', { class: className, x1: left, x2: left + side, y1: y, y2: y }),
      label(text, 'neurons-tick', x, bottom + 15, 'middle'),
      label(text, 'neurons-tick', left - 6, y + 4, 'end'),
    ];
  });
  const middle = left + side / 2;
  const upright = label(words('phaseForB'), 'neurons-axis-name', 0, 0, 'middle');
  upright.setAttribute('transform', `translate(11 ${top + side / 2}) rotate(-90)`);
  return [
    ...lines,
    label(words('phaseForA'), 'neurons-axis-name', middle, bottom + 34, 'middle'),
    upright,
  ];
}

function diagonal(plane: NeuronPlane): SVGElement {
  const from = pixelOfPhases(plane, -Math.PI, -Math.PI);
  const to = pixelOfPhases(plane, Math.PI, Math.PI);
  const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  return createSvg('line', { class: 'neurons-diagonal', ...ends });
}

/** The diagonal's name, outside the square at its upper end, where no neuron covers it. */
function diagonalName({ left, top, side }: NeuronPlane): SVGElement {
  return label(words('diagonal'), 'neurons-diagonal-name', left + side, top - 7, 'end');
}

/** A text in which "_L" and "_R" stand as subscripts. */
function label(text: string, className: string, x: number, y: number, anchor: string) {
  const element = createSvg('text', { class: className, x, y, 'text-anchor': anchor });
  for (const part of text.split(/(_[LR])/).filter(Boolean)) {
    if (!part.startsWith('_')) {
      element.append(part);
      continue;
    }
    const subscript = createSvg('tspan', { class: 'neurons-subscript', dy: 3 });
    subscript.textContent = part.slice(1);
    // The line goes on where it was.
    const back = createSvg('tspan', { dy: -3 });
    back.textContent = '\u200b';
    element.append(subscript, back);
  }
  return element;
}
