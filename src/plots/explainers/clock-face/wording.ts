/** The words of the clock's face. */

import { modulo } from '../../../math/modular.ts';

/** "3 + 5 = 8 on a 12-hour face.", or "9 + 5 = 14, and 14 is 2 on a 12-hour face." */
export function sumText(hours: number, a: number, b: number): string {
  const sum = a + b;
  // The word joiner keeps "12-hour" on one line.
  const face = `on ${article(hours)} ${hours}-\u2060hour face`;
  if (sum < hours) return `${a} + ${b} = ${sum} ${face}.`;
  return `${a} + ${b} = ${sum}, and ${sum} is ${modulo(sum, hours)} ${face}.`;
}

/** What a hand's slider says: its own value and what comes of it. */
export function handText(hand: 'a' | 'b', hours: number, a: number, b: number): string {
  const own = hand === 'a' ? a : b;
  return `${hand} = ${own}, a + b is ${modulo(a + b, hours)}`;
}

/** What the drawing shows, for those who cannot see it. */
export function faceLabel(hours: number, a: number, b: number): string {
  const answer = modulo(a + b, hours);
  const way = a + b >= hours ? 'past the top to' : 'to';
  return `Clock face with ${hours} hours. A hand at ${a}; ${b} more hours lead ${way} ${answer}.`;
}

/** The article before a number as it is spoken: an 8, an 11, an 18, an 80, otherwise a. */
function article(number: number): string {
  return /^(8|11$|18$)/.test(String(number)) ? 'an' : 'a';
}
