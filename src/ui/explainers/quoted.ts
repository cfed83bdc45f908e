/** Numbers that are quoted, not measured here. */
import { formatDecimals } from '../../messages/numbers.ts';

/**
 * A number as the reader's language writes it, with all decimals it is quoted with.
 * @param text as in English: 0.010, 4,000; what is no number stays as it is
 */
export function writeQuoted(text: string): string {
  const plain = text.replaceAll(',', '');
  if (!/^\d+(\.\d+)?$/.test(plain)) return text;
  return formatDecimals(Number(plain), plain.split('.')[1]?.length ?? 0);
}
