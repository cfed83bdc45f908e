/** The words and numbers of the heatmap figure. */

import { modulo } from '../../math/modular.ts';
import { formatNumber } from '../../messages/numbers.ts';
import { wholePercent } from '../percent.ts';
import type { BandShares } from './bands.ts';
import { bandDirection } from './bands.ts';
import type { HeatmapOrder } from './data.ts';
import type { Domain } from './domain.ts';
import type { InputPair } from './grid.ts';
import { words } from './words.ts';

/** A logit with as many decimals as can matter, and a true minus sign. */
export function logitText(value: number): string {
  if (!Number.isFinite(value)) return words('notNumber');
  if (Math.abs(value) >= 1e5) return value.toExponential(1).replace('-', '−');
  const ordinary = Math.abs(value) < 1 ? 2 : 1;
  const decimals = Math.abs(value) >= 1000 ? 0 : ordinary;
  if (Number(value.toFixed(decimals)) === 0) return '0';
  return formatNumber(value, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: false,
  });
}

/** Names of the two axes. */
export function axisNames(order: HeatmapOrder, p: number): { rows: string; columns: string } {
  return order === 'plain'
    ? { rows: words('plainRows'), columns: words('plainColumns') }
    : { rows: words('rows', { p }), columns: words('columns', { p }) };
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
    return [words('place', { difference: row, sum: column }), noPairText()];
  }
  const difference = order === 'plain' ? modulo(first[0] - first[1], p) : row;
  const sum = order === 'plain' ? modulo(first[0] + first[1], p) : column;
  const values = { place: words('place', { difference, sum }), logit: logitText(value) };
  if (!second) return [pairText(first), words('logit', values)];
  return [
    words('twoPairs', { first: pairText(first), second: pairText(second) }),
    words('meanLogit', values),
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
  subject = words('subject'),
): string {
  const values = {
    subject,
    order,
    p,
    low: logitText(range.low),
    high: logitText(range.high),
    bands: bandText(order, shares),
  };
  return step === undefined ? words('label', values) : words('labelAtStep', { ...values, step });
}

function bandText(order: HeatmapOrder, shares: BandShares): string {
  const direction = bandDirection(shares);
  const measures = { difference: wholePercent(shares.rows), sum: wholePercent(shares.columns) };
  if (direction === 'none') return words('noBands', measures);
  if (order === 'plain') {
    return words(direction === 'horizontal' ? 'differenceDiagonals' : 'sumDiagonals', measures);
  }
  return words(direction === 'horizontal' ? 'horizontalBands' : 'verticalBands', measures);
}

/** A pair: "a = 12, b = 40". */
export function pairText([a, b]: InputPair): string {
  return words('pair', { a, b });
}

/** What is said of an empty cell. */
export function noPairText(): string {
  return words('noPair');
}

/** How to move about with the keyboard. */
export function walkingText(isPickable: boolean): string {
  return words(isPickable ? 'picking' : 'walking');
}
