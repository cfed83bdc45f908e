/** Percentages as the language that is on writes them. */

import english from '../messages/en/plots/numbers.json';
import { formatNumber } from '../messages/numbers.ts';
import { createWords } from '../messages/words.ts';

const words = createWords('plots/numbers', english);

/** A number that is written already, as a percentage: "91.8 %". */
export function percentOf(number: string): string {
  return words('percent', { number });
}

/** A share in whole per cents. */
export function wholePercent(share: number): string {
  return percentOf(formatNumber(Math.round(100 * share), { useGrouping: false }));
}
