/** Address of the frame that an element shows. */
import { behaviourNames, settingNames } from './names.ts';

/** What the address is made from. */
export interface Wish {
  /** The page's folder; ends with a slash. */
  readonly base: string;
  /** Value of an attribute; null without it. */
  readonly attribute: (name: string) => string | null;
  readonly theme: string;
  readonly language: string;
}

/** The page with one figure in it. */
export function frameAddress({ base, attribute, theme, language }: Wish): string {
  const parameters = new URLSearchParams({ embed: attribute('figure') || 'circles' });
  for (const name of settingNames) {
    const value = attribute(name);
    if (value !== null && value !== '') parameters.set(name, value);
  }
  const step = attribute('step');
  if (step !== null && step !== '') parameters.set('step', step);
  for (const name of behaviourNames) {
    const value = attribute(name);
    // As in HTML an attribute without a value is a yes.
    if (value !== null) parameters.set(name, /^(0|no|off|false)$/.test(value) ? '0' : '1');
  }
  if (attribute('playing') !== null) parameters.set('autoplay', '1');
  if (theme !== 'auto') parameters.set('theme', theme);
  if (language !== '') parameters.set('lang', language);
  // The element shows the poster itself, and makes the frame only when it is wanted.
  parameters.set('poster', '0');
  return `${base}?${parameters}`;
}
