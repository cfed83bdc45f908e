/** The reasons of verdicts in words: in English, as files keep them, or in the language that is on. */
import { setupI18n } from '@lingui/core';
import english from '../messages/en/analysis/verdict.json';
import { sourceLanguage } from '../messages/languages.ts';
import { formatDecimals } from '../messages/numbers.ts';
import { createWords, type Values } from '../messages/words.ts';

/** Name of a reason, or of a part of one. */
export type ReasonName = keyof typeof english;

/** Says reasons. */
export interface ReasonVoice {
  say(name: ReasonName, values?: Values): string;
  decimals(value: number, digits: number): string;
}

const source = setupI18n({ locale: sourceLanguage, messages: { [sourceLanguage]: english } });

/** What is written into files, whoever reads the page: it is the same in every language. */
export const writtenReasons: ReasonVoice = {
  say: (name, values) => source._(name, { ...values }),
  decimals: (value, digits) => value.toFixed(digits),
};

/** What is read on the page. */
export const spokenReasons: ReasonVoice = {
  say: createWords('analysis/verdict', english),
  decimals: formatDecimals,
};
