/**
 * How a worker comes to speak the language of the page that started it: the page gives it the language's
 * tag for a name, `new Worker(…, { type: 'module', name: spokenLanguage() })`.
 */
import { type LanguageTag, languages, sourceLanguage } from './languages.ts';
import { type MessageFile, speak } from './words.ts';

/** Loads what workers say in each language but English. */
const translations: Readonly<
  Partial<Record<LanguageTag, () => Promise<{ files: Readonly<Record<string, MessageFile>> }>>>
> = {
  'zh-Hans': () => import('./zh-Hans/files-of-workers.ts'),
};

/** Speaks the language that the worker is named after; English where its messages cannot be loaded. */
export async function speakAsThePageDoes(): Promise<void> {
  const { name } = globalThis as { readonly name?: unknown };
  const language = languages.find(({ tag }) => tag === name)?.tag ?? sourceLanguage;
  try {
    const translation = await translations[language]?.();
    speak(language, translation?.files);
  } catch {
    speak(sourceLanguage);
  }
}

/**
 * What a worker offers, each call answered only once the worker speaks the page's language. Calls keep
 * their order. It can be exposed at once, so that no message comes too early to be heard.
 */
export function inLanguageOfPage<Api extends object>(api: Api): Api {
  const ready = speakAsThePageDoes();
  const methods = Object.entries(api).map(([name, method]) => [
    name,
    async (...values: unknown[]) => {
      await ready;
      return method(...values);
    },
  ]);
  return Object.fromEntries(methods) as Api;
}
