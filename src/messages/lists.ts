/** Things in a row, parted as the language that is on does it. */
import { spokenLanguage } from './words.ts';

/** @returns "a, b, c" */
export function listed(things: readonly (string | number)[]): string {
  const list = new Intl.ListFormat(spokenLanguage(), { type: 'conjunction', style: 'narrow' });
  return list.format(things.map(String));
}
