/** Loads a language and speaks it. */
import { type LanguageTag, sourceLanguage } from './languages.ts';
import { type MessageFile, speak, spokenLanguage } from './words.ts';

/** Loads the messages of each language but English. */
const translations: Readonly<
  Partial<Record<LanguageTag, () => Promise<{ files: Readonly<Record<string, MessageFile>> }>>>
> = {
  'zh-Hans': () => import('./zh-Hans/files.ts'),
};

/**
 * Speaks a language once its messages are there; English where they cannot be loaded.
 * @returns the language that is spoken then
 */
export async function chooseToSpeak(language: LanguageTag): Promise<LanguageTag> {
  if (language === spokenLanguage()) return language;
  try {
    const translation = await translations[language]?.();
    speak(language, translation?.files);
  } catch {
    speak(sourceLanguage);
  }
  return spokenLanguage();
}
