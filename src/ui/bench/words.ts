/** What the view of the benchmark says. */
import english from '../../messages/en/ui/bench.json';
import { formatNumber } from '../../messages/numbers.ts';
import { createWords } from '../../messages/words.ts';

export const words = createWords('ui/bench', english);

/** Three digits or so. */
export function threeDigits(value: number): string {
  const digits =
    value >= 100
      ? { maximumFractionDigits: 0 }
      : { minimumSignificantDigits: 3, maximumSignificantDigits: 3 };
  return formatNumber(value, { ...digits, useGrouping: false });
}
