/** The neurons on a canvas: colour and shape say the frequency, opacity how well it explains them. */

import type { SymbolType } from 'd3';
import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3';
import type { PlottedNeuron } from './data.ts';
import { CATEGORIES } from './groups.ts';
import type { NeuronPlane } from './plane.ts';
import { pixelOfPhases } from './plane.ts';

/** Colours a canvas needs from the theme. */
export interface NeuronsTheme {
  /** One colour for each style, the shared one last. */
  readonly styles: readonly string[];
  readonly ink: string;
  readonly surface: string;
}

const upsideDown: SymbolType = {
  draw(context, area) {
    const half = Math.sqrt(area / Math.sqrt(3));
    const third = half / Math.sqrt(3);
    context.moveTo(0, 2 * third);
    context.lineTo(half, -third);
    context.lineTo(-half, -third);
    context.closePath();
  },
};

const SHAPES = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond,
  symbolCross,
  symbolStar,
  symbolWye,
  upsideDown,
  symbolCircle,
];

/** Many neurons are drawn smaller, so that those on the diagonal stay apart. */
const MANY = 700;
const FAINTEST = 0.18;
const STRONGEST = 0.8;

/** Reads the theme where an element stands. */
export function readNeuronsTheme(element: Element): NeuronsTheme {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim() || 'gray';
  return {
    styles: Array.from({ length: CATEGORIES + 1 }, (_, index) => read(`--neurons-${index + 1}`)),
    ink: read('--ink'),
    surface: read('--surface'),
  };
}

/** A style's shape as an SVG path around 0, 0. @param area in square pixels */
export function shapePath(style: number, area: number): string {
  return symbol(SHAPES[style] ?? symbolCircle, area)() ?? '';
}

/** Opacity of a neuron. @param explained share of its variance, 0 … 1 */
export function opacityOf(explained: number): number {
  const part = Math.min(1, Math.max(0, (explained - 0.4) / 0.55));
  return FAINTEST + (STRONGEST - FAINTEST) * part;
}

/**
 * Draws neurons in the order of their numbers, so that no frequency covers the others.
 *
 * @param only the only style drawn; all of them when left out
 */
export function drawNeurons(
  context: CanvasRenderingContext2D,
  plane: NeuronPlane,
  neurons: readonly PlottedNeuron[],
  styles: readonly number[],
  theme: NeuronsTheme,
  only?: number,
): void {
  const area = neurons.length > MANY ? 18 : 30;
  // Drawn on the context itself, not as finished paths: so a saved picture has shapes, not pixels.
  const shapes = SHAPES.map((shape) => symbol(shape, area).context(context));
  neurons.forEach(({ phaseLeft, phaseRight, explained }, position) => {
    const style = styles[position] ?? CATEGORIES;
    if (only !== undefined && style !== only) return;
    const { x, y } = pixelOfPhases(plane, phaseLeft, phaseRight);
    context.save();
    context.translate(x, y);
    context.globalAlpha = opacityOf(explained);
    context.fillStyle = theme.styles[style] ?? theme.ink;
    context.beginPath();
    (shapes[style] ?? shapes[0])?.();
    context.fill();
    context.restore();
  });
}

/** Singles out one neuron: a filled ring for the selected one, a thin one for the one pointed at. */
export function drawMark(
  context: CanvasRenderingContext2D,
  plane: NeuronPlane,
  neuron: PlottedNeuron,
  colour: string,
  theme: NeuronsTheme,
  isSelected: boolean,
): void {
  const { x, y } = pixelOfPhases(plane, neuron.phaseLeft, neuron.phaseRight);
  const radius = isSelected ? 6.5 : 5;
  for (const [stroke, width] of [
    [theme.surface, 5],
    [theme.ink, 2],
  ] as const) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.stroke();
  }
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y, radius - 1, 0, 2 * Math.PI);
  context.fill();
}
