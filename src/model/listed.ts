/** Names in a row, parted as the language that is on does it. */
import { spokenLanguage } from '../messages/words.ts';

/** @returns “a, b, c” */
export function listed(names: readonly string[]): string {
  const format = new Intl.ListFormat(spokenLanguage(), { type: 'conjunction', style: 'narrow' });
  return format.format(names);
}
