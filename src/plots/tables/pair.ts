/** One sum on its way through the circles, as tables. */

import { modulo } from '../../math/modular.ts';
import { listed } from '../../messages/lists.ts';
import { logitText } from '../heatmap/wording.ts';
import type { PairCircle, PairData } from '../pair/data.ts';
import { midpoint, pairHands } from '../pair/geometry.ts';
import { centredVotes, favourites } from '../pair/votes.ts';
import { circleNote, verdictWord } from '../pair/wording.ts';
import { words as pairWords } from '../pair/words.ts';
import type { FigureTable, TableCell } from './table.ts';
import { fitting } from './table.ts';
import { words } from './words.ts';

/** One row for each circle, their sum and the network; and the folded votes for every answer. */
export function pairTables(data: PairData): readonly FigureTable[] {
  const { p, a, b, kept, circles } = data;
  if (circles.length === 0) return [];
  const right = modulo(a + b, p);
  const voters = [
    ...circles.map((circle) => ({
      name: pairWords('circle', { k: circle.k }),
      algorithm: verdictWord(circle),
      state: words(kept.includes(circle.k) ? 'on' : 'off'),
      note: noteOf(circle, data),
      votes: circle.logits && centredVotes(circle.logits),
    })),
    { name: pairWords('sum'), algorithm: '', state: '', note: '', votes: data.sum },
    { name: pairWords('network'), algorithm: '', state: '', note: '', votes: data.full },
  ];
  return [
    {
      caption: words('pair', { a, b, right, p }),
      columns: [
        words('whose'),
        words('algorithm'),
        words('onOff'),
        words('favoured'),
        words('voteForRight', { right }),
        words('whatItMakes'),
      ],
      rows: voters.map(({ name, algorithm, state, note, votes }) => [
        name,
        algorithm,
        state,
        votes ? listed(favourites(votes)) : '',
        voteText(votes, right),
        note,
      ]),
    },
    votesTable(p, right, voters),
  ];
}

interface Voter {
  readonly name: string;
  readonly votes: Float32Array | null;
}

function votesTable(p: number, right: number, voters: readonly Voter[]): FigureTable {
  const answers = Array.from({ length: p }, (_, c) => c);
  const { shown, left } = fitting(answers, voters.length + 1);
  return {
    caption: words('pairVotes', { last: p - 1 }),
    columns: [words('answer'), ...voters.map(({ name }) => name)],
    get rows() {
      return shown.map((c): readonly TableCell[] => [
        c,
        ...voters.map(({ votes }) => voteText(votes, c)),
      ]);
    },
    current: right < shown.length ? right : -1,
    isFolded: true,
    ...(left > 0 ? { note: words('leftOut', { left }) } : {}),
  };
}

function voteText(votes: Float32Array | null, c: number): string {
  const vote = votes?.[c];
  return vote === undefined ? '' : logitText(vote);
}

function noteOf({ k, points, verdict }: PairCircle, { p, a, b }: PairData): string {
  const hands = pairHands(points, k, p, a, b);
  return circleNote(verdict, midpoint(hands.a, hands.b));
}
