/** The words and numbers of the two gradients. */

import { modulo } from '../../../math/modular.ts';
import type { GradientsData } from './data.ts';

/** Nearer to 1 or −1 than this, arrows look parallel. */
const PARALLEL = 0.98;

/** "cosine 0.34" is this number: two decimals, a true minus sign, − where there is none. */
export function cosineText(cosine: number | null): string {
  if (cosine === null) return '–';
  const text = cosine.toFixed(2);
  return Number(text) === 0 ? '0.00' : text.replace('-', '−');
}

/** Angle between the arrows in whole degrees. */
export function angleText(cosine: number | null): string {
  if (cosine === null) return '–';
  return `${Math.round((180 / Math.PI) * Math.acos(cosine))}°`;
}

/** Letters of the longest question and of the longest answer to it. */
export const LONGEST_TEXT = [80, 108] as const;

/** The question, with the answer whose logit it is about. */
export function questionText({ p, a, b, c }: GradientsData): string {
  const sum = modulo(a + b, p);
  const kind = c === sum ? `the right answer, ${a} + ${b}` : `not ${a} + ${b}, which is ${sum}`;
  return `Which way would the logit of c = ${c} grow? It is ${kind}.`;
}

/** What the arrows show. @param cosine between both of them, null where there are none */
export function arrowsText({ algorithm }: GradientsData, cosine: number | null): string {
  if (cosine === null) return 'a and b are opposite: their sum is 0 and shows no direction.';
  if (algorithm === 'pizza') {
    return 'Pushing a and pushing b help in the same direction: only their sum is used.';
  }
  if (cosine > PARALLEL) {
    const where = cosine > 1 - 1e-6 ? 'on the same point' : 'close together';
    return `Pushing a and pushing b help in the same direction here, because they stand ${where}.`;
  }
  if (cosine < -PARALLEL) return 'Pushing a and pushing b help in opposite directions.';
  return 'Pushing a and pushing b help in different directions: each arrow depends on where the other point stands.';
}

const names = { clock: 'Clock', pizza: 'Pizza' } as const;

/** The whole picture, for those who cannot see it. */
export function gradientsSummary(data: GradientsData, cosine: number | null): string {
  const between =
    cosine === null
      ? ''
      : ` Angle between both arrows ${angleText(cosine)}, cosine ${cosineText(cosine)}.`;
  return `${names[data.algorithm]}: ${questionText(data)}${between} ${arrowsText(data, cosine)}`;
}
