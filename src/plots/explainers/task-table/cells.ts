/** The cells on a canvas: the answer's colour where it is shown, a dot where it is held back. */

import { modulo } from '../../../math/modular.ts';
import { prepareCanvas } from '../../crisp-canvas.ts';
import { readResiduePalette, residueColours } from '../../residue-colour.ts';
import type { TaskTableData } from './data.ts';
import { isGiven } from './data.ts';
import { cellEdges } from './layout.ts';
import type { Ordering } from './symbols.ts';

/** Between cells, in pixels; cells smaller than this many pixels touch. */
const GAP = 1;
const SMALLEST_WITH_GAP = 6;
/** Side of the dot in a cell that is held back, in cells. */
const DOT = 0.22;

/**
 * Draws the whole table.
 *
 * @param size side of the square in pixels
 * @param style computed style where the canvas stands, for the theme's colours
 */
export function paintCells(
  canvas: HTMLCanvasElement,
  size: number,
  data: TaskTableData,
  ordering: Ordering,
  style: CSSStyleDeclaration,
): void {
  const context = prepareCanvas(canvas, size, size);
  if (!context) return;
  const { p } = data;
  const colours = residueColours(1, p, readResiduePalette(style));
  const dotColour = style.getPropertyValue('--ink-faint').trim() || 'gray';
  const ratio = window.devicePixelRatio || 1;
  const edges = cellEdges(size, p, ratio);
  const gap = size / p >= SMALLEST_WITH_GAP ? Math.round(GAP * ratio) / ratio : 0;
  const dot = Math.max(1, Math.round((DOT * size * ratio) / p)) / ratio;
  for (let row = 0; row < p; row++) {
    const a = ordering.tokens[row] as number;
    const [top, bottom] = [edges[row] as number, edges[row + 1] as number];
    for (let column = 0; column < p; column++) {
      const b = ordering.tokens[column] as number;
      const [left, right] = [edges[column] as number, edges[column + 1] as number];
      if (isGiven(data, a, b)) {
        context.fillStyle = colours[ordering.hues[modulo(a + b, p)] as number] as string;
        context.fillRect(left, top, right - left - gap, bottom - top - gap);
      } else {
        context.fillStyle = dotColour;
        const x = Math.round(((left + right - gap - dot) / 2) * ratio) / ratio;
        const y = Math.round(((top + bottom - gap - dot) / 2) * ratio) / ratio;
        context.fillRect(x, y, dot, dot);
      }
    }
  }
}
