/** The reasons of verdicts as files keep them: in English, whoever reads the page. */
import { setupI18n } from '@lingui/core';
import english from '../messages/en/reasons.json';
import { sourceLanguage } from '../messages/languages.ts';
import type { Values } from '../messages/words.ts';

const writer = setupI18n({ locale: sourceLanguage, messages: { [sourceLanguage]: english } });

/** A reason by its name among the messages. */
export function writtenReason(name: keyof typeof english, values: Values = {}): string {
  return writer._(name, { ...values });
}
