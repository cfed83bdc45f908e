/** The languages that the page speaks, and which of them a reader gets. */

/** A language, in its own words. */
export interface Language {
  /** Language tag, as in `lang="…"`. */
  readonly tag: string;
  /** What its readers call it. */
  readonly name: string;
}

/** All languages; the first is the one that every message is written in. */
export const languages = [
  { tag: 'en', name: 'English' },
  { tag: 'zh-Hans', name: '简体中文' },
] as const satisfies readonly Language[];

/** Tag of a language of the page. */
export type LanguageTag = (typeof languages)[number]['tag'];

/** The language that stands in for whatever is missing elsewhere. */
export const sourceLanguage: LanguageTag = 'en';

/**
 * The first language of a reader that the page speaks, English where there is none. Tags are compared by
 * language and script, as likely as they are: zh-CN and zh-SG are Simplified Chinese, zh-TW is not.
 * @param wanted language tags, the dearest first; what is no tag is passed over
 */
export function chooseLanguage(wanted: readonly string[]): LanguageTag {
  for (const tag of wanted) {
    const found = languageOf(tag);
    if (found !== undefined) return found;
  }
  return sourceLanguage;
}

/** The language of the page that a tag means; undefined where the page does not speak it. */
export function languageOf(tag: string): LanguageTag | undefined {
  const script = languageAndScript(tag);
  if (script === undefined) return undefined;
  return languages.find((language) => languageAndScript(language.tag) === script)?.tag;
}

/** Whether a language is written from right to left. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const script = languageAndScript(tag)?.split('-')[1] ?? '';
  return /^(Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg|Mand|Samr)$/.test(script) ? 'rtl' : 'ltr';
}

function languageAndScript(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return undefined;
  }
}
