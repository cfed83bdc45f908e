/** The words and numbers of the two gradients. */

import { modulo } from '../../../math/modular.ts';
import english from '../../../messages/en/plots/explainers/gradients.json';
import { formatDecimals } from '../../../messages/numbers.ts';
import { createWords } from '../../../messages/words.ts';
import type { GradientsData } from './data.ts';

export const words = createWords('plots/explainers/gradients', english);

/** Nearer to 1 or −1 than this, arrows look parallel. */
const PARALLEL = 0.98;

/** "cosine 0.34" is this number: two decimals, a true minus sign, − where there is none. */
export function cosineText(cosine: number | null): string {
  if (cosine === null) return '–';
  // Never a negative zero.
  return formatDecimals(Number(cosine.toFixed(2)) || 0, 2);
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
  return c === sum ? words('questionRight', { a, b, c }) : words('questionWrong', { a, b, c, sum });
}

/** What the arrows show. @param cosine between both of them, null where there are none */
export function arrowsText({ algorithm }: GradientsData, cosine: number | null): string {
  if (cosine === null) return words('opposite');
  if (algorithm === 'pizza') return words('onlySum');
  if (cosine > 1 - 1e-6) return words('samePoint');
  if (cosine > PARALLEL) return words('closeTogether');
  return words(cosine < -PARALLEL ? 'oppositeDirections' : 'differentDirections');
}

/** The whole picture, for those who cannot see it. */
export function gradientsSummary(data: GradientsData, cosine: number | null): string {
  const values = {
    algorithm: data.algorithm,
    question: questionText(data),
    arrows: arrowsText(data, cosine),
  };
  if (cosine === null) return words('summaryWithoutAngle', values);
  return words('summary', { ...values, angle: angleText(cosine), cosine: cosineText(cosine) });
}
