/**
 * The cells of a circle's own heatmap: rows by the distance a − b and columns by the sum a + b, both
 * counted in steps along a circle, so that neighbours in the picture are neighbours on the circle.
 */

import { modularInverse, modulo } from '../../math/modular.ts';
import type { Cell } from '../heatmap/elements.ts';
import type { InputPair } from '../heatmap/grid.ts';
import { pairsOfCell } from '../heatmap/grid.ts';
import type { SelectedPair } from '../heatmap.ts';
import type { CircleCardData } from './data.ts';
import { isAccompanying } from './fits.ts';

/** How rows and columns are counted. */
export interface TurnedOrder {
  readonly p: number;
  /** Frequency of the circle along which is counted; 1 where plain residues are counted. */
  readonly factor: number;
  /** The step δ along it, factor·δ ≡ 1 (mod p). */
  readonly step: number;
  /** True where the circle has no step: its frequency shares a factor with p. */
  readonly isPlain: boolean;
}

type OrderSource = Pick<CircleCardData, 'p' | 'k' | 'step'> & Parameters<typeof isAccompanying>[0];

/**
 * The order of a circle's heatmap: along the circle itself, or, for one that repairs another, along
 * the other, where its pattern fills exactly the rows that are weak there.
 */
export function turnedOrder(data: OrderSource): TurnedOrder {
  const { p, k, accompanies } = data;
  const repairs = isAccompanying(data) && accompanies !== null;
  const factor = repairs ? accompanies : k;
  const step = repairs ? modularInverse(accompanies, p) : (data.step ?? undefined);
  return step === undefined
    ? { p, factor: 1, step: 1, isPlain: true }
    : { p, factor, step, isPlain: false };
}

/** Steps from a to b that a row stands for: −⌊p/2⌋ … ⌈p/2⌉ − 1, distance 0 in the middle. */
export function rowSteps(row: number, p: number): number {
  return row - Math.floor(p / 2);
}

/** The pairs of one cell, as in the other heatmap: none or two for even p. */
export function pairsOfTurnedCell(
  { row, column }: Cell,
  { p, step }: TurnedOrder,
): readonly InputPair[] {
  const difference = modulo(rowSteps(row, p) * step, p);
  return pairsOfCell(difference, modulo(column * step, p), p, 'difference-sum');
}

/** The cell in which a pair stands. */
export function turnedCellOfPair({ a, b }: SelectedPair, { p, factor }: TurnedOrder): Cell {
  return {
    row: modulo((a - b) * factor + Math.floor(p / 2), p),
    column: modulo((a + b) * factor, p),
  };
}

/** Values of all cells, row-major: the mean over the cell's pairs, NaN where there is none. */
export function turnedValues(correctLogits: ArrayLike<number>, order: TurnedOrder): Float32Array {
  const { p } = order;
  const values = new Float32Array(p * p);
  for (let index = 0; index < values.length; index++) {
    const pairs = pairsOfTurnedCell({ row: Math.floor(index / p), column: index % p }, order);
    let sum = 0;
    for (const [a, b] of pairs) sum += correctLogits[a * p + b] as number;
    values[index] = pairs.length > 0 ? sum / pairs.length : Number.NaN;
  }
  return values;
}
