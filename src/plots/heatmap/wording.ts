/** The words and numbers of the heatmap figure. */

import { modulo } from '../../math/modular.ts';
import type { BandShares } from './bands.ts';
import { bandDirection } from './bands.ts';
import type { HeatmapOrder } from './data.ts';
import type { Domain } from './domain.ts';
import type { InputPair } from './grid.ts';

/** A logit with as many decimals as can matter, and a true minus sign. */
export function logitText(value: number): string {
  if (!Number.isFinite(value)) return 'not a number';
  if (Math.abs(value) >= 1e5) return value.toExponential(1).replace('-', '−');
  const decimals = Math.abs(value) < 1 ? 2 : 1;
  const text = value.toFixed(Math.abs(value) >= 1000 ? 0 : decimals);
  return Number(text) === 0 ? '0' : text.replace('-', '−');
}

/** Names of the two axes. */
export function axisNames(order: HeatmapOrder, p: number): { rows: string; columns: string } {
  return order === 'plain'
    ? { rows: 'rows: a', columns: 'columns: b' }
    : { rows: `rows: a − b (mod ${p})`, columns: `columns: a + b (mod ${p})` };
}

/**
 * What stands in a cell, in two lines.
 *
 * @param pairs the cell's pairs; none for an empty cell
 * @param value the cell's value
 */
export function cellLines(
  row: number,
  column: number,
  pairs: readonly InputPair[],
  value: number,
  p: number,
  order: HeatmapOrder,
): string[] {
  const [first, second] = pairs;
  if (!first) {
    return [`a−b = ${row}, a+b = ${column}`, 'no pair: for even p both have the same parity'];
  }
  const difference = order === 'plain' ? modulo(first[0] - first[1], p) : row;
  const sum = order === 'plain' ? modulo(first[0] + first[1], p) : column;
  const place = `a−b = ${difference}, a+b = ${sum}`;
  if (!second) return [pairText(first), `${place} · logit ${logitText(value)}`];
  return [
    `${pairText(first)} and ${pairText(second)}`,
    `${place} · mean logit ${logitText(value)}`,
  ];
}

/**
 * What the picture shows, for those who cannot see it.
 *
 * @param shares of the difference–sum order, in whichever order the picture is
 * @param subject what the values are
 */
export function heatmapLabel(
  p: number,
  step: number | undefined,
  order: HeatmapOrder,
  range: Domain,
  shares: BandShares,
  subject = 'Logit of the correct answer',
): string {
  const axes = order === 'plain' ? 'rows a, columns b' : 'rows a − b, columns a + b';
  const time = step === undefined ? '' : `, at step ${step}`;
  return (
    `${subject}, ${axes} modulo ${p}${time}: ` +
    `from ${logitText(range.low)} to ${logitText(range.high)}. ${bandText(order, shares)}`
  );
}

function bandText(order: HeatmapOrder, shares: BandShares): string {
  const direction = bandDirection(shares);
  const rows = `a − b explains ${percent(shares.rows)}`;
  const columns = `a + b ${percent(shares.columns)} of the variation`;
  const measure = `${rows}, ${columns}.`;
  if (direction === 'none') return `No clear bands: ${measure}`;
  if (order === 'plain') {
    const line = direction === 'horizontal' ? 'a − b' : 'a + b';
    return `Diagonal bands of equal ${line}: ${measure}`;
  }
  return `${direction === 'horizontal' ? 'Horizontal' : 'Vertical'} bands: ${measure}`;
}

function pairText([a, b]: InputPair): string {
  return `a = ${a}, b = ${b}`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
