/** The words of the Clock's figure. */

import { modulo } from '../../../math/modular.ts';
import { neighboursOnCircle, residueTurn, wholeDegrees } from './geometry.ts';

/** "Angles add: 73° + 207° = 281°. The hand points at 46, and every c near it …" */
export function clockText(p: number, k: number, a: number, b: number): string {
  const degrees = wholeDegrees(residueTurn(k, a, p), residueTurn(k, b, p));
  const beyond = degrees.sum >= 360 ? `, the same as ${degrees.sum - 360}°` : '';
  return (
    `Angles add: ${degrees.a}° + ${degrees.b}° = ${degrees.sum}°${beyond}. ` +
    `The hand points at ${modulo(a + b, p)}, and every c near it on the circle is almost as likely.`
  );
}

/** What a hand's slider says: its own residue and what comes of it. */
export function handText(hand: 'a' | 'b', p: number, a: number, b: number): string {
  return `${hand} = ${hand === 'a' ? a : b}, a + b is ${modulo(a + b, p)}`;
}

/** What the circle shows, for those who cannot see it. */
export function ringLabel(p: number, k: number, a: number, b: number): string {
  return (
    `Circle of frequency ${k} with ${p} points. Hands at ${a} and ${b}; ` +
    `their angles added, the Clock's hand points at ${modulo(a + b, p)}.`
  );
}

/** What the votes show, for those who cannot see them. */
export function votesLabel(p: number, k: number, a: number, b: number): string {
  const answer = modulo(a + b, p);
  const beside = neighboursOnCircle(k, p, answer);
  const next =
    beside.length > 0
      ? `, then for its neighbours on the circle, ${beside.join(' and ')}: ` +
        Math.cos((2 * Math.PI) / p).toFixed(2)
      : '';
  return `Votes for c from 0 to ${p - 1}. Highest for ${answer}: 1${next}.`;
}
