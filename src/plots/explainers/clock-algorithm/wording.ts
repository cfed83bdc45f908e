/** The words of the Clock's figure. */

import { modulo } from '../../../math/modular.ts';
import english from '../../../messages/en/plots/explainers/clock-algorithm.json';
import { formatDecimals } from '../../../messages/numbers.ts';
import { createWords } from '../../../messages/words.ts';
import { neighboursOnCircle, residueTurn, wholeDegrees } from './geometry.ts';

export const words = createWords('plots/explainers/clock-algorithm', english);

/** "Angles add: 73° + 207° = 281°. The hand points at 46, and every c near it …" */
export function clockText(p: number, k: number, a: number, b: number): string {
  const degrees = wholeDegrees(residueTurn(k, a, p), residueTurn(k, b, p));
  const values = { ...degrees, answer: modulo(a + b, p) };
  if (degrees.sum < 360) return words('anglesAdd', values);
  return words('anglesAddBeyond', { ...values, rest: degrees.sum - 360 });
}

/** What a hand's slider says: its own residue and what comes of it. */
export function handText(hand: 'a' | 'b', p: number, a: number, b: number): string {
  return words('handText', { hand, value: hand === 'a' ? a : b, answer: modulo(a + b, p) });
}

/** What the circle shows, for those who cannot see it. */
export function ringLabel(p: number, k: number, a: number, b: number): string {
  return words('ringLabel', { p, k, a, b, answer: modulo(a + b, p) });
}

/** What the votes show, for those who cannot see them. */
export function votesLabel(p: number, k: number, a: number, b: number): string {
  const answer = modulo(a + b, p);
  const [first, second] = neighboursOnCircle(k, p, answer);
  const values = { last: p - 1, answer };
  if (first === undefined || second === undefined) return words('votesLabel', values);
  const vote = formatDecimals(Math.cos((2 * Math.PI) / p), 2);
  return words('votesLabelBeside', { ...values, first, second, vote });
}
