/**
 * How a worker comes to speak the language of the page that started it: the page gives it the language's
 * tag for a name, `new Worker(…, { type: 'module', name: spokenLanguage() })`.
 */
import { languages, sourceLanguage } from './languages.ts';
import { speakWith, type Translations } from './translations.ts';

/** What workers say, not the page's views. */
const translations: Translations = { 'zh-Hans': () => import('./zh-Hans/files-of-workers.ts') };

/** Speaks the language that the worker is named after; English where its messages cannot be loaded. */
export async function speakAsThePageDoes(): Promise<void> {
  const { name } = globalThis as { readonly name?: unknown };
  await speakWith(translations, languages.find(({ tag }) => tag === name)?.tag ?? sourceLanguage);
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
