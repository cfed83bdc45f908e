/** Loads the messages of another language and speaks it. */
import { type LanguageTag, sourceLanguage } from './languages.ts';
import { type MessageFile, speak, spokenLanguage } from './words.ts';

/** Messages by the paths of their files. */
export type MessageFiles = Readonly<Record<string, MessageFile>>;

/** Loads the messages of each language but English. */
export type Translations = Readonly<
  Partial<Record<LanguageTag, () => Promise<{ files: MessageFiles }>>>
>;

/**
 * Speaks a language once its messages are there; English where they cannot be loaded.
 * @returns the language that is spoken then
 */
export async function speakWith(
  translations: Translations,
  language: LanguageTag,
): Promise<LanguageTag> {
  try {
    const translation = await translations[language]?.();
    speak(language, translation?.files);
  } catch {
    speak(sourceLanguage);
  }
  return spokenLanguage();
}

/** Message files as `import.meta.glob` has them, by the paths that their words are created with. */
export function byPath(modules: MessageFiles): MessageFiles {
  return Object.fromEntries(
    Object.entries(modules).map(([path, messages]) => [
      path.slice('./'.length, -'.json'.length),
      messages,
    ]),
  );
}
