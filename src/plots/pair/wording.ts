/** The words and numbers of the pair inspector. */

import { listed } from '../../messages/lists.ts';
import { logitText } from '../heatmap/wording.ts';
import type { PairCircle, PairVerdict } from './data.ts';
import type { Place } from './geometry.ts';
import { isNearCentre } from './geometry.ts';
import { words } from './words.ts';

const verdictWords = {
  pizza: 'pizza',
  clock: 'clock',
  accompanying: 'helpsOthers',
  none: 'neither',
} as const satisfies Readonly<Record<PairVerdict, string>>;

/** The word beside a circle's name: "Pizza", or "helps 17". */
export function verdictWord({ verdict, accompanies }: PairCircle): string {
  if (verdict === 'accompanying' && accompanies !== null) return words('helps', { k: accompanies });
  return words(verdictWords[verdict]);
}

/** Head of a circle's row: "circle 17 · Pizza", with "off" for a circle that is switched off. */
export function circleName(circle: PairCircle, isKept: boolean): string {
  return words(isKept ? 'row' : 'rowOff', { k: circle.k, verdict: verdictWord(circle) });
}

/** What the circle's algorithm makes of the two hands. */
export function circleNote(verdict: PairVerdict, middle: Place): string {
  if (verdict === 'clock') return words('clockNote');
  if (verdict === 'none') return words('noFormula');
  if (isNearCentre(middle)) return words('nearCentre');
  return words('midpoint', { percent: Math.round(100 * Math.hypot(middle.x, middle.y)) });
}

/** "their sum says 12" where it is right, otherwise "their sum says 31, right is 12". */
export function winnerText(name: string, winner: number, right: number): string {
  return winner === right
    ? words('says', { name, winner })
    : words('saysWrong', { name, winner, right });
}

/** Label of the line of the right answer: "right: 46". */
export function rightText(right: number): string {
  return words('right', { right });
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
    vote === undefined ? words('noVote', { name }) : words('vote', { name, vote: logitText(vote) }),
  );
  return words('votes', { c, votes: listed(parts) });
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
    favourites.length > 0
      ? words('favours', { name, answers: listed(favourites) })
      : words('pending', { name }),
  );
  const ends = totals.flatMap(({ name, favourites: [winner] }) =>
    winner === undefined ? [] : [winnerText(name, winner, right)],
  );
  return [parts, ends]
    .filter((list) => list.length > 0)
    .reduce(
      (before, list) => words('labelNext', { before, next: capital(clauses(list)) }),
      words('label', { last: p - 1, right }),
    );
}

function clauses(list: readonly string[]): string {
  return list.reduce((before, next) => words('andNext', { before, next }));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
