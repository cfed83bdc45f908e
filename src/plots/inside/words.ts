/** Numbers and words that the figures of the view inside a network share. */

import english from '../../messages/en/plots/inside.json';
import { formatDecimals } from '../../messages/numbers.ts';
import { createWords } from '../../messages/words.ts';
import { percentOf, wholePercent } from '../percent.ts';

const words = createWords('plots/inside', english);

/** A share of the power in whole per cents, short enough for a label. */
export function shortShare(powerFraction: number): string {
  return powerFraction < 0.01 ? percentOf('< 1') : wholePercent(powerFraction);
}

/** A fraction as percentage with one decimal and a true minus sign: −60.0 %. */
export function percentText(fraction: number): string {
  if (!Number.isFinite(fraction)) return '–';
  const isZero = Number((100 * fraction).toFixed(1)) === 0;
  return percentOf(formatDecimals(isZero ? 0 : 100 * fraction, 1));
}

const ROUND_FROM = 0.9;
const LINE_BELOW = 0.3;

/** Shape of a plane by its axis ratio, decided on the two decimals that are shown. */
export function shapeOf(axisRatio: number): 'round' | 'oval' | 'line' {
  const shown = Number(axisRatio.toFixed(2));
  if (shown >= ROUND_FROM) return 'round';
  return shown < LINE_BELOW ? 'line' : 'oval';
}

/** Shape of a plane by its axis ratio: "round (0.98)". */
export function axisRatioText(axisRatio: number): string {
  return words('shape', { shape: shapeOf(axisRatio), ratio: formatDecimals(axisRatio, 2) });
}
