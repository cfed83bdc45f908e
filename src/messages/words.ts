/**
 * Messages by name. The English ones come along with the code that says them; those of another language
 * are loaded as a whole when it is chosen, and what is missing there is said in English.
 */
import { setupI18n } from '@lingui/core';
import { type LanguageTag, sourceLanguage } from './languages.ts';

/** What stands in the place of `{name}` in a message. */
export type Values = Readonly<Record<string, string | number>>;

/** The messages of one file, by name. */
export type MessageFile = Readonly<Record<string, string>>;

/** Says the messages of one file. */
export interface Words<Key extends string> {
  /** @returns the message in the reader's language, with its values in place */
  (key: Key, values?: Values): string;
  /** The name under which a message is known everywhere: that of its file, a point, and its own. */
  readonly idOf: (key: Key) => string;
}

/** Says messages in the language that is on. */
export const speaker = setupI18n({ locale: sourceLanguage, messages: { [sourceLanguage]: {} } });

/** Every English message that is known so far. */
const english: Record<string, string> = {};

/**
 * Makes the messages of a file known.
 * @param file path of the file below `en`, without its ending: `ui/controls`
 * @param messages its contents
 */
export function createWords<File extends MessageFile>(
  file: string,
  messages: File,
): Words<keyof File & string> {
  Object.assign(english, withPath(file, messages));
  fillGaps();
  const idOf = (key: keyof File & string) => `${file}.${key}`;
  const say = (key: keyof File & string, values?: Values) => speaker._(idOf(key), { ...values });
  return Object.assign(say, { idOf });
}

/**
 * Speaks a language from here on.
 * @param files its messages, by the paths of their files; none for English
 */
export function speak(
  language: LanguageTag,
  files: Readonly<Record<string, MessageFile>> = {},
): void {
  for (const [file, messages] of Object.entries(files)) {
    speaker.load(language, withPath(file, messages));
  }
  speaker.activate(language);
  fillGaps();
}

/** Language of what is said now. */
export const spokenLanguage = (): LanguageTag => speaker.locale as LanguageTag;

/** What the language that is on has no words for is said in English. */
function fillGaps(): void {
  speaker.load(speaker.locale, { ...english, ...speaker.messages });
}

function withPath(file: string, messages: MessageFile): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [`${file}.${key}`, message]),
  );
}
