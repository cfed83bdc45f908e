/** The words of the Pizza algorithm's picture. */

import { modulo } from '../../../math/modular.ts';
import { isNearCentre } from '../../pair/geometry.ts';
import type { PizzaAlgorithmData } from './data.ts';
import { signedLength, votes, winnersOf } from './votes.ts';

/** "12 + 34 = 46", or "50 + 34 = 25 (mod 59)". */
export function sumText({ p, a, b }: Pick<PizzaAlgorithmData, 'p' | 'a' | 'b'>): string {
  const wraps = a + b >= p ? ` (mod ${p})` : '';
  return `${a} + ${b} = ${modulo(a + b, p)}${wraps}`;
}

/** A number between −9.99 and 9.99 with a true minus sign, as wide as any other. */
export function strengthText(strength: number): string {
  const text = strength.toFixed(2);
  return Number(text) === 0 ? '0.00' : text.replace('-', '−');
}

const BLIND = 'a and b are nearly opposite: the midpoint is at the centre and says nothing';

/** Letters of the longest sum and of the longest text below. */
export const LONGEST_TEXT = [26, 190] as const;

/** What the picture shows, in a sentence or two. */
export function pizzaText(data: PizzaAlgorithmData): string {
  const { p, a, b, absolute, accompanied } = data;
  const answer = modulo(a + b, p);
  const signed = signedLength(data);
  const isRight = winnersOf(votes(data)).includes(answer);
  if (isNearCentre({ x: signed, y: 0 })) {
    if (accompanied && isRight) {
      return `${BLIND}. On the accompanying circle they stand together, and it says ${answer}.`;
    }
    return `${BLIND}.`;
  }
  if (!absolute && signed < 0) {
    const start = `Of the two halves of the sum’s angle, the midpoint lies on the other one: the sign is wrong`;
    if (isRight) return `${start}, but the accompanying circle outweighs it.`;
    return `${start} and the largest bar is the worst answer. Hence the absolute value.`;
  }
  if (!absolute) {
    return 'Of the two halves of the sum’s angle, the midpoint lies on the counted one: here the sign is right.';
  }
  if (accompanied) {
    return `The ray points at one of the two slices of ${answer}. With the accompanying circle the votes are about as strong for every pair.`;
  }
  return `The ray halves the angle of the sum, so it points at one of the two slices of ${answer}: twice its angle is the answer.`;
}

/** The whole picture, for those who cannot see it. */
export function pizzaSummary(data: PizzaAlgorithmData): string {
  const distance = strengthText(Math.abs(signedLength(data)));
  return `The Pizza algorithm on the circle of frequency ${data.k}: ${sumText(data)}. Midpoint of a and b at ${distance} of the radius. ${pizzaText(data)}`;
}

/** The bars, for those who cannot see them. */
export function votesSummary(data: PizzaAlgorithmData): string {
  const answer = modulo(data.a + data.b, data.p);
  const strongest = votes(data);
  const winners = winnersOf(strongest);
  const largest = winners.length > 0 ? strengthText(strongest[winners[0] as number] as number) : '';
  const said =
    winners.length > 0 ? `The largest, ${largest}, is for ${winners.join(' and ')}` : 'All are 0';
  return `Votes for c from 0 to ${data.p - 1}. ${said}; right is ${answer}.`;
}

/** The formula of the votes, in HTML's plain text. */
export function formulaText({ absolute, accompanied }: PizzaAlgorithmData): string {
  const length = whole(absolute ? '|cos ½w(a − b)|' : 'cos ½w(a − b)');
  const direction = whole('cos w(a + b − c)');
  if (!accompanied) return `${length} · ${direction}`;
  return `(${length} − ${whole('½ cos w(a − b)')}) · ${direction}`;
}

/** A factor that is not broken across lines. */
function whole(factor: string): string {
  return factor.replaceAll(' ', '\u00a0');
}
