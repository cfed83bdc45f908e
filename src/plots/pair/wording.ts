/** The words and numbers of the pair inspector. */

import { modulo } from '../../math/modular.ts';
import { logitText } from '../heatmap/wording.ts';
import type { PairCircle, PairVerdict } from './data.ts';
import type { Place } from './geometry.ts';
import { isNearCentre } from './geometry.ts';

const verdictWords: Readonly<Record<PairVerdict, string>> = {
  pizza: 'Pizza',
  clock: 'Clock',
  accompanying: 'helper',
  none: 'neither',
};

/** The word beside a circle's name: "Pizza", or "repairs 17". */
export function verdictWord({ verdict, accompanies }: PairCircle): string {
  if (verdict === 'accompanying' && accompanies !== null) return `repairs ${accompanies}`;
  return verdictWords[verdict];
}

/** A circle's name for those who cannot see it. */
export function circleName(circle: PairCircle, isKept: boolean): string {
  const off = isKept ? '' : ', switched off';
  return `Circle ${circle.k}, ${verdictWord(circle)}${off}`;
}

/** What the circle's algorithm makes of the two hands. */
export function circleNote(verdict: PairVerdict, middle: Place): string {
  if (verdict === 'clock') return 'the hand of a, turned on by b';
  if (verdict === 'none') return 'no formula fits this circle';
  if (isNearCentre(middle)) return 'midpoint near the centre: this circle cannot tell';
  const distance = Math.round(100 * Math.hypot(middle.x, middle.y));
  return `midpoint at ${distance}\u00a0% of the radius`;
}

/** "answer 12" where it is right, otherwise "says 31, right is 12". */
export function winnerText(winner: number, right: number): string {
  return winner === right ? `answer ${winner}` : `says ${winner}, right is ${right}`;
}

/** "12 + 55 = 8 (mod 59)". */
export function sumText(a: number, b: number, p: number): string {
  const carries = a + b >= p ? ` (mod ${p})` : '';
  return `${a} + ${b} = ${modulo(a + b, p)}${carries}`;
}

/** A circle's vote, or that of the sum, with its name. */
export interface NamedVote {
  readonly name: string;
  /** Undefined while it is being computed. */
  readonly vote: number | undefined;
}

/** "c = 31: circle 17 −4.0, sum 3.1". */
export function votesText(c: number, votes: readonly NamedVote[]): string {
  const parts = votes.map(({ name, vote }) =>
    vote === undefined ? `${name} not computed yet` : `${name} ${logitText(vote)}`,
  );
  return `c = ${c}: ${parts.join(', ')}`;
}

/** A row of the plot: whose votes, and for which answer most of them are. */
export interface NamedFavourite {
  readonly name: string;
  readonly favourite: number | undefined;
}

/** What the vote plot shows, for those who cannot see it. */
export function plotLabel(
  p: number,
  right: number,
  rows: readonly NamedFavourite[],
  totals: readonly NamedFavourite[],
): string {
  const parts = rows.map(({ name, favourite }) =>
    favourite === undefined ? `${name} is being computed` : `${name} for ${favourite}`,
  );
  const ends = totals
    .filter(({ favourite }) => favourite !== undefined)
    .map(({ name, favourite }) => `${capital(name)}: ${winnerText(favourite as number, right)}`);
  const sentence = parts.length > 0 ? ` ${capital(parts.join(', '))}.` : '';
  const total = ends.length > 0 ? ` ${ends.join('. ')}.` : '';
  return `Votes of the circles for c from 0 to ${p - 1}; right is ${right}.${sentence}${total}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
