/** The words of the table of answers. */

import { modulo } from '../../../math/modular.ts';
import english from '../../../messages/en/plots/explainers/task-table.json';
import { formatNumber } from '../../../messages/numbers.ts';
import { createWords } from '../../../messages/words.ts';
import type { TaskTableData } from './data.ts';
import { isGiven } from './data.ts';
import type { Ordering } from './symbols.ts';
import { symbolName } from './symbols.ts';

export const words = createWords('plots/explainers/task-table', english);

/** "12 plus 34 is 46; the network is shown this answer", or with names "ka and mo give ti; …". */
export function cellLabel(data: TaskTableData, symbols: Ordering): string {
  const { a, b } = data;
  const fate = fateOf(data);
  if (data.colour === 'answers') return words('label', { a, b, answer: answerOf(data), fate });
  return words('namesLabel', { ...namesOf(data, symbols), fate });
}

/** The sentence below the table. */
export function cellText(data: TaskTableData, symbols: Ordering): string {
  const fate = fateOf(data);
  if (data.colour !== 'symbols') return words('text', { sum: sumOf(data), fate });
  const unbroken = sumOf(data).replaceAll(/ (?=[+=\d])/g, '\u00a0');
  return words('namesText', { ...namesOf(data, symbols), fate, sum: unbroken });
}

function answerOf({ p, a, b }: TaskTableData): number {
  return modulo(a + b, p);
}

function fateOf(data: TaskTableData): string {
  return data.fate ?? words(isGiven(data, data.a, data.b) ? 'given' : 'heldBack');
}

function namesOf(data: TaskTableData, { places }: Ordering) {
  const name = (token: number) => symbolName(places[token] ?? 0);
  return { first: name(data.a), second: name(data.b), third: name(answerOf(data)) };
}

/** "12 + 34 = 46", or "40 + 30 = 70, which is 11 modulo 59". */
function sumOf(data: TaskTableData): string {
  const { p, a, b } = data;
  if (a + b < p) return `${a} + ${b} = ${a + b}`;
  return words('sumBeyond', { a, b, total: a + b, answer: answerOf(data), p });
}

/** Names of the axes. */
export function axisNames(colour: TaskTableData['colour']): { rows: string; columns: string } {
  return colour === 'answers'
    ? { rows: 'a', columns: 'b' }
    : { rows: words('firstSymbol'), columns: words('secondSymbol') };
}

/** The legend: how many answers are shown, and how many held back. */
export function legendTexts({ p, trainMask }: TaskTableData): { given: string; heldBack: string } {
  let given = 0;
  for (let index = 0; index < p * p; index++) if (trainMask[index]) given++;
  return {
    given: words('countGiven', { count: formatNumber(given) }),
    heldBack: words('countHeldBack', { count: formatNumber(p * p - given) }),
  };
}
