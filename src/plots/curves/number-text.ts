/** Numbers as the line figures write them: the same width and meaning everywhere. */

import { formatDecimals, formatNumber } from '../../messages/numbers.ts';
import { percentOf } from '../percent.ts';
import { isValue } from './history.ts';

const missing = '–';
const superscripts: Readonly<Record<string, string>> = {
  '-': '⁻',
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
};

/** A step with grouped thousands: 1,240. */
export function formatStep(step: number): string {
  return formatNumber(step, { maximumFractionDigits: 0 });
}

/** A loss with two or three digits, in powers of ten when small or huge: 4.08, 0.12, 3.2e-4. */
export function formatLoss(loss: number | null | undefined): string {
  if (!isValue(loss)) return missing;
  if (loss === 0) return '0';
  if (loss >= 1e5) return loss.toExponential(1);
  if (loss >= 100) return formatDecimals(loss, 0);
  if (loss < 0.1) return loss.toExponential(1);
  return formatDecimals(loss, loss < 10 ? 2 : 1);
}

/** A fraction as percent, rounded down to one decimal: only what is reached is claimed. */
export function formatPercent(fraction: number | null | undefined): string {
  return isValue(fraction) ? percentOf(formatPercentNumber(fraction)) : missing;
}

/** The same without its sign, where there is little room. */
export function formatPercentNumber(fraction: number | null | undefined): string {
  if (!isValue(fraction)) return missing;
  if (fraction >= 1) return '100';
  return formatDecimals(Math.floor(fraction * 1000 + 1e-9) / 10, 1);
}

/** A measure with three decimals, four where it is so close to 1 that three would read 1.000. */
export function formatMeasure(value: number | null | undefined): string {
  if (!isValue(value)) return missing;
  const decimals = value >= 0.9995 && value < 1 ? 4 : 3;
  return formatDecimals(value, decimals);
}

/** A tick of an axis of measures, without trailing zeros: 0, 0.98, −0.2. */
export function formatTick(value: number): string {
  // Added to 0, a zero below it loses its sign.
  return formatNumber(Number(value.toFixed(4)) + 0, {
    maximumFractionDigits: 4,
    useGrouping: false,
  });
}

/** A power of ten with a raised exponent: 10⁻³. */
export function formatPowerOfTen(exponent: number): string {
  return `10${[...String(exponent)].map((digit) => superscripts[digit] ?? digit).join('')}`;
}
