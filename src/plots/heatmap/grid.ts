/** Which pairs stand in which cell of the heatmap, and the cells' values. */

import { modulo } from '../../math/modular.ts';
import type { HeatmapOrder, SelectedPair } from './data.ts';
import type { Cell } from './elements.ts';

/** An ordered pair of inputs. */
export type InputPair = readonly [a: number, b: number];

/**
 * The pairs of one cell. For odd p every cell of the difference–sum order holds one pair. For even
 * p, a − b and a + b have the same parity: cells where they differ hold none, the others two.
 */
export function pairsOfCell(
  row: number,
  column: number,
  p: number,
  order: HeatmapOrder,
): readonly InputPair[] {
  if (order === 'plain') return [[row, column]];
  // 2a ≡ row + column; for odd p one of the two candidates is a whole number.
  const doubled = row + column;
  if (p % 2 === 1) {
    const a = modulo(doubled % 2 === 0 ? doubled / 2 : (doubled + p) / 2, p);
    return [[a, modulo(a - row, p)]];
  }
  if (doubled % 2 === 1) return [];
  return [0, p / 2]
    .map((shift) => modulo(doubled / 2 + shift, p))
    .sort((left, right) => left - right)
    .map((a) => [a, modulo(a - row, p)] as const);
}

/** The cell in which a pair stands. */
export function cellOfPair({ a, b }: SelectedPair, p: number, order: HeatmapOrder): Cell {
  if (order === 'plain') return { row: a, column: b };
  return { row: modulo(a - b, p), column: modulo(a + b, p) };
}

/**
 * The pair that picking a cell means: its first one, and its other one when the first is selected
 * already. Undefined for an empty cell.
 */
export function pairToPick(
  pairs: readonly InputPair[],
  selected: SelectedPair | null | undefined,
): InputPair | undefined {
  const [first, second] = pairs;
  const isSelected = first !== undefined && selected?.a === first[0] && selected.b === first[1];
  return isSelected && second ? second : first;
}

/**
 * Values of all cells, row-major: the mean over the cell's pairs, NaN where there is none.
 *
 * @param correctLogits length p², pair (a, b) at a·p + b
 */
export function gridValues(
  correctLogits: ArrayLike<number>,
  p: number,
  order: HeatmapOrder,
): Float32Array {
  const values = new Float32Array(p * p);
  for (let row = 0; row < p; row++) {
    for (let column = 0; column < p; column++) {
      const pairs = pairsOfCell(row, column, p, order);
      let sum = 0;
      for (const [a, b] of pairs) sum += correctLogits[a * p + b] as number;
      values[row * p + column] = pairs.length > 0 ? sum / pairs.length : Number.NaN;
    }
  }
  return values;
}
