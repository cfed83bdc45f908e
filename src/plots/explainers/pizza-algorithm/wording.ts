/** The words of the Pizza algorithm's picture. */

import { modulo } from '../../../math/modular.ts';
import english from '../../../messages/en/plots/explainers/pizza-algorithm.json';
import { formatDecimals } from '../../../messages/numbers.ts';
import { createWords } from '../../../messages/words.ts';
import { isNearCentre } from '../../pair/geometry.ts';
import type { PizzaAlgorithmData } from './data.ts';
import { signedLength, votes, winnersOf } from './votes.ts';

export const words = createWords('plots/explainers/pizza-algorithm', english);

/** "12 + 34 = 46", or "50 + 34 = 25 (mod 59)". */
export function sumText({ p, a, b }: Pick<PizzaAlgorithmData, 'p' | 'a' | 'b'>): string {
  const wraps = a + b >= p ? ` (mod ${p})` : '';
  return `${a} + ${b} = ${modulo(a + b, p)}${wraps}`;
}

/** What a point's slider says: its own residue and what comes of it. */
export function handText(hand: 'a' | 'b', data: PizzaAlgorithmData): string {
  return words('handText', { hand, value: data[hand], sum: sumText(data) });
}

/** A number between −9.99 and 9.99 with a true minus sign, as wide as any other. */
export function strengthText(strength: number): string {
  // Never a negative zero.
  return formatDecimals(Number(strength.toFixed(2)) || 0, 2);
}

/** Letters of the longest sum and of the longest text below. */
export const LONGEST_TEXT = [26, 190] as const;

/** What the picture shows, in a sentence or two. */
export function pizzaText(data: PizzaAlgorithmData): string {
  const { p, a, b, absolute, accompanied } = data;
  const answer = modulo(a + b, p);
  const signed = signedLength(data);
  const isRight = winnersOf(votes(data)).includes(answer);
  if (isNearCentre({ x: signed, y: 0 })) {
    return accompanied && isRight ? words('blindAccompanied', { answer }) : words('blind');
  }
  if (!absolute && signed < 0) return words(isRight ? 'otherHalfOutweighed' : 'otherHalf');
  if (!absolute) return words('countedHalf');
  return words(accompanied ? 'accompanied' : 'rayHalves', { answer });
}

/** The whole picture, for those who cannot see it. */
export function pizzaSummary(data: PizzaAlgorithmData): string {
  const distance = strengthText(Math.abs(signedLength(data)));
  const { k } = data;
  return words('summary', { k, sum: sumText(data), distance, text: pizzaText(data) });
}

/** The bars, for those who cannot see them. */
export function votesSummary(data: PizzaAlgorithmData): string {
  const strongest = votes(data);
  const winners = winnersOf(strongest);
  const values = { last: data.p - 1, answer: modulo(data.a + data.b, data.p) };
  if (winners.length === 0) return words('votesSummaryZero', values);
  return words('votesSummary', {
    ...values,
    largest: strengthText(strongest[winners[0] as number] as number),
    winners: winners.map(String).reduce((before, next) => words('andNext', { before, next })),
  });
}

/** The formula of the votes with its name, in HTML's plain text. */
export function voteText(data: PizzaAlgorithmData): string {
  return words('vote', { formula: formulaText(data) });
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
