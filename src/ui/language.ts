/** The language of the page: asked for in the address, chosen by the visitor, or the browser's. */
import { chooseToSpeak } from '../messages/choose.ts';
import { chooseLanguage, directionOf, type LanguageTag } from '../messages/languages.ts';

/** Where the visitor's choice is kept. */
const storedAs = 'clock-and-pizza-language';

/** Name in the address. */
const inAddress = 'lang';

/**
 * Speaks the language that the visitor gets.
 *
 * @param query the page's address from the question mark on
 * @param isGuest true in the frame of another page: nothing is read that was stored by this one
 */
export async function startSpeaking(query: URLSearchParams, isGuest: boolean): Promise<void> {
  const stored = isGuest ? '' : storedLanguage();
  await speakAndMark(chooseLanguage([query.get(inAddress) ?? '', stored, ...navigator.languages]));
}

/** Speaks another language because the page around a frame does; an unknown one is the browser's. */
export async function speakAsAround(tag: string): Promise<void> {
  await speakAndMark(chooseLanguage([tag, ...navigator.languages]));
}

/** Speaks what the visitor chose, on later visits too. */
export async function chooseAnotherLanguage(tag: LanguageTag): Promise<void> {
  try {
    window.localStorage.setItem(storedAs, tag);
  } catch {
    // Then it is for this visit.
  }
  const address = new URL(window.location.href);
  if (address.searchParams.has(inAddress)) {
    address.searchParams.set(inAddress, tag);
    window.history.replaceState(null, '', address);
  }
  await speakAndMark(tag);
}

/** What an address has to say about the language, to be kept when the rest is written anew. */
export function languageOfAddress(search: string): string {
  const tag = new URLSearchParams(search).get(inAddress);
  return tag === null ? '' : `&${inAddress}=${encodeURIComponent(tag)}`;
}

function storedLanguage(): string {
  try {
    return window.localStorage.getItem(storedAs) ?? '';
  } catch {
    return '';
  }
}

async function speakAndMark(language: LanguageTag): Promise<void> {
  const spoken = await chooseToSpeak(language);
  document.documentElement.lang = spoken;
  document.documentElement.dir = directionOf(spoken);
}
