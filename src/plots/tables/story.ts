/** The table of sums, and the runs over the attention rate, as tables. */

import { modulo } from '../../math/modular.ts';
import type { PhaseStripData } from '../explainers/phase-strip/data.ts';
import { runVerdict, stripSummary } from '../explainers/phase-strip/wording.ts';
import type { TaskTableData } from '../explainers/task-table/data.ts';
import { isGiven } from '../explainers/task-table/data.ts';
import { numberOrdering, symbolName, symbolOrdering } from '../explainers/task-table/symbols.ts';
import { cellText, legendTexts } from '../explainers/task-table/wording.ts';
import type { FigureTable } from './table.ts';
import { decimals, fitting, gridNote, gridTable, largestGrid } from './table.ts';
import { words } from './words.ts';

/** The chosen sum, and the folded table of all sums in the picture's order. */
export function taskTables(data: TaskTableData): readonly FigureTable[] {
  const { p, a, b, colour, fate } = data;
  const isNamed = colour === 'symbols';
  const ordering = isNamed ? symbolOrdering(p) : numberOrdering(p);
  const tokens = Array.from(ordering.tokens);
  const name = (token: number) => (isNamed ? symbolName(ordering.places[token] ?? 0) : token);
  const { given, heldBack } = legendTexts(data);
  const tooLarge = String(p > largestGrid);
  return [
    {
      caption: cellText(data, ordering),
      columns: [words('pairColumn'), 'a', 'b', words('answerColumn')],
      rows: [[words('chosen'), name(a), name(b), name(modulo(a + b, p))]],
      ...gridNote(p),
      ...(fate === undefined
        ? { note: words('counts', { given, heldBack, tooLarge, size: p }) }
        : {}),
    },
    ...gridTable({
      caption: words('allSums', { p }),
      corner: 'a \\ b',
      rows: tokens.map(name),
      columns: tokens.map(name),
      cell: (row, column) => {
        const [first, second] = [tokens[row] ?? 0, tokens[column] ?? 0];
        const sum = name(modulo(first + second, p));
        return isGiven(data, first, second) ? sum : `(${sum})`;
      },
      ...(fate === undefined ? { note: words('heldBackBrackets') } : {}),
    }),
  ];
}

const mostRuns = 500;

/** One row for each run, from left to right. */
export function stripTables(data: PhaseStripData): readonly FigureTable[] {
  const { runs, measure, picked } = data;
  if (runs.length === 0) return [];
  const places = [...runs.keys()].sort((left, right) => {
    const [one, other] = [runs[left], runs[right]];
    return (one?.attention ?? 0) - (other?.attention ?? 0) || left - right;
  });
  const columns = [
    words('attentionRate'),
    words('seed'),
    words('width'),
    'GS',
    'q',
    words('verdict'),
  ];
  const { shown, left } = fitting(places, columns.length, mostRuns);
  return [
    {
      caption: stripSummary({ ...data, picked: null }),
      columns,
      rows: shown.map((place) => {
        const run = runs[place] as PhaseStripData['runs'][number];
        return [
          decimals(run.attention, 2),
          run.seed,
          run.width,
          decimals(run.symmetricity, 4),
          decimals(run.irrelevance, 3),
          runVerdict(run, measure),
        ];
      }),
      current: picked === null ? -1 : shown.indexOf(picked),
      ...(left > 0 ? { note: words('leftOut', { left }) } : {}),
    },
  ];
}
