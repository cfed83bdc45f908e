/** The words of the clock's face. */

import { modulo } from '../../../math/modular.ts';
import english from '../../../messages/en/plots/explainers/clock-face.json';
import { createWords } from '../../../messages/words.ts';

const words = createWords('plots/explainers/clock-face', english);

/** "3 + 5 = 8 on a 12-hour face.", or "9 + 5 = 14, and 14 is 2 on a 12-hour face." */
export function sumText(hours: number, a: number, b: number): string {
  const sum = a + b;
  const values = { a, b, sum, hours, article: article(hours) };
  if (sum < hours) return words('sum', values);
  return words('sumBeyond', { ...values, answer: modulo(sum, hours) });
}

/** Name of a hand's slider. */
export function gripLabel(hand: 'a' | 'b'): string {
  return words(hand === 'a' ? 'gripA' : 'gripB');
}

/** What a hand's slider says: its own value and what comes of it. */
export function handText(hand: 'a' | 'b', hours: number, a: number, b: number): string {
  return words('handText', { hand, value: hand === 'a' ? a : b, answer: modulo(a + b, hours) });
}

/** What the drawing shows, for those who cannot see it. */
export function faceLabel(hours: number, a: number, b: number): string {
  const values = { hours, a, b, answer: modulo(a + b, hours) };
  return words(a + b >= hours ? 'faceBeyond' : 'face', values);
}

/** The article before a number as it is spoken: an 8, an 11, an 18, an 80, otherwise a. English only. */
function article(number: number): string {
  return /^(8|11$|18$)/.test(String(number)) ? 'an' : 'a';
}
