/** Several things in a row, as the language that is on puts them apart: "3, 17, 20". */
import { spokenLanguage } from '../../messages/words.ts';

/** @param parts numbers and words as they are read */
export function listOf(parts: readonly (string | number)[]): string {
  const list = new Intl.ListFormat(spokenLanguage(), { type: 'conjunction', style: 'narrow' });
  return list.format(parts.map(String));
}
