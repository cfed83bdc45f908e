/** Reasons of verdicts: workers and files give them in English, readers get them in their language. */
import { setupI18n } from '@lingui/core';
import english from '../../messages/en/reasons.json';
import { sourceLanguage } from '../../messages/languages.ts';
import { formatDecimals } from '../../messages/numbers.ts';
import { createWords, spokenLanguage } from '../../messages/words.ts';

const words = createWords('reasons', english);

type ReasonName = keyof typeof english;

/** The numbers that stand in reasons. */
const numberNames = ['share', 'step', 'gs', 'q', 'circularity', 'first', 'second'] as const;

/** Found out when somebody first reads in another language. */
let patterns: readonly { readonly name: ReasonName; readonly pattern: RegExp }[] | undefined;

/** The reason in the language that is on. One that is none of ours stays as it is. */
export function reasonInWords(written: string): string {
  if (spokenLanguage() === sourceLanguage) return written;
  patterns ??= englishPatterns();
  for (const { name, pattern } of patterns) {
    const found = pattern.exec(written);
    if (found === null) continue;
    const numbers = Object.entries(found.groups ?? {});
    return words(
      name,
      Object.fromEntries(numbers.map(([key, text]) => [key, asWrittenHere(text)])),
    );
  }
  return written;
}

/** How each reason reads in English, with its numbers as named groups. */
function englishPatterns() {
  const writer = setupI18n({ locale: sourceLanguage, messages: { [sourceLanguage]: english } });
  const groups = Object.fromEntries(numberNames.map((name) => [name, `(?<${name}>\\S+?)`]));
  const marks = Object.fromEntries(numberNames.map((name) => [name, `@${name}@`]));
  return (Object.keys(english) as ReasonName[]).map((name) => {
    const text = writer._(name, marks).replaceAll(/[.()+*?]/g, '\\$&');
    const source = text.replaceAll(/@(\w+)@/g, (_mark, number: string) => groups[number] ?? '');
    return { name, pattern: new RegExp(`^${source}$`) };
  });
}

/** A number with the decimals it was written with, in the language that is on. */
function asWrittenHere(text: string): string {
  const value = Number(text);
  return Number.isFinite(value) ? formatDecimals(value, text.split('.')[1]?.length ?? 0) : text;
}
