/** Attention rates as people read them. */
import { formatNumber } from '../../messages/numbers.ts';

/** An attention rate, with all of its digits. */
export function formatRate(rate: number): string {
  return formatNumber(rate, { maximumFractionDigits: 20 });
}
