/** The page speaks another language. */
import type { LanguageTag } from './languages.ts';
import { speakWith, type Translations } from './translations.ts';
import { spokenLanguage } from './words.ts';

const translations: Translations = { 'zh-Hans': () => import('./zh-Hans/files.ts') };

/**
 * Speaks a language once its messages are there; English where they cannot be loaded.
 * @returns the language that is spoken then
 */
export async function chooseToSpeak(language: LanguageTag): Promise<LanguageTag> {
  return language === spokenLanguage() ? language : speakWith(translations, language);
}
