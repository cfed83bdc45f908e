/** The words and numbers of the pair inspector. */

import { logitText } from '../heatmap/wording.ts';
import type { PairCircle, PairVerdict } from './data.ts';
import type { Place } from './geometry.ts';
import { isNearCentre } from './geometry.ts';

const verdictWords: Readonly<Record<PairVerdict, string>> = {
  pizza: 'Pizza',
  clock: 'Clock',
  accompanying: 'helps others',
  none: 'neither',
};

/** The word beside a circle's name: "Pizza", or "helps 17". */
export function verdictWord({ verdict, accompanies }: PairCircle): string {
  if (verdict === 'accompanying' && accompanies !== null) return `helps ${accompanies}`;
  return verdictWords[verdict];
}

/** Head of a circle's row: "circle 17 · Pizza", with "off" for a circle that is switched off. */
export function circleName(circle: PairCircle, isKept: boolean): string {
  return `circle ${circle.k} · ${verdictWord(circle)}${isKept ? '' : ' · off'}`;
}

/** What the circle's algorithm makes of the two hands. */
export function circleNote(verdict: PairVerdict, middle: Place): string {
  if (verdict === 'clock') return 'the hand of a, turned on by b';
  if (verdict === 'none') return 'no formula fits this circle';
  if (isNearCentre(middle)) return 'midpoint near the centre: this circle can hardly tell';
  const distance = Math.round(100 * Math.hypot(middle.x, middle.y));
  return `midpoint at ${distance}\u00a0% of the radius`;
}

/** "says 12" where it is right, otherwise "says 31, right is 12". */
export function winnerText(winner: number, right: number): string {
  return winner === right ? `says ${winner}` : `says ${winner}, right is ${right}`;
}

/** Label of the line of the right answer: "right: 46". */
export function rightText(right: number): string {
  return `right: ${right}`;
}

/** A circle's vote, or that of the sum, with its name. */
export interface NamedVote {
  readonly name: string;
  /** Undefined while it is being computed. */
  readonly vote: number | undefined;
}

/** "c = 31: circle 17 −4.0, their sum 3.1". */
export function votesText(c: number, votes: readonly NamedVote[]): string {
  const parts = votes.map(({ name, vote }) =>
    vote === undefined ? `${name} not computed yet` : `${name} ${logitText(vote)}`,
  );
  return `c = ${c}: ${parts.join(', ')}`;
}

/** A row of the plot: whose votes, and for which answers most of them are. */
export interface NamedFavourite {
  readonly name: string;
  /** None while they are being computed. */
  readonly favourites: readonly number[];
}

/** What the vote plot shows, for those who cannot see it. */
export function plotLabel(
  p: number,
  right: number,
  rows: readonly NamedFavourite[],
  totals: readonly NamedFavourite[],
): string {
  const parts = rows.map(({ name, favourites }) =>
    favourites.length > 0 ? `${name} for ${favourites.join(', ')}` : `${name} is being computed`,
  );
  const ends = totals.flatMap(({ name, favourites: [winner] }) =>
    winner === undefined ? [] : [`${name} ${winnerText(winner, right)}`],
  );
  const sentences = [parts, ends].map((list) =>
    list.length > 0 ? ` ${capital(list.join(', '))}.` : '',
  );
  return `Votes of the circles for c from 0 to ${p - 1}; right is ${right}.${sentences.join('')}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
