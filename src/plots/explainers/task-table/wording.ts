/** The words of the table of answers. */

import { modulo } from '../../../math/modular.ts';
import type { TaskTableData } from './data.ts';
import { isGiven } from './data.ts';
import type { Ordering } from './symbols.ts';
import { symbolName } from './symbols.ts';

const GIVEN = 'the network is shown this answer';
const HELD_BACK = 'the network never sees this answer';

/** "12 plus 34 is 46; the network is shown this answer", or with names "ka and mo give ti; …". */
export function cellLabel(data: TaskTableData, symbols: Ordering): string {
  const { p, a, b, colour } = data;
  const answer = modulo(a + b, p);
  const fate = data.fate ?? (isGiven(data, a, b) ? GIVEN : HELD_BACK);
  if (colour === 'answers') return `${a} plus ${b} is ${answer}; ${fate}`;
  const [first, second, third] = [a, b, answer].map((t) => symbolName(symbols.places[t] ?? 0));
  return `${first} and ${second} give ${third}; ${fate}`;
}

/** The sentence below the table. */
export function cellText(data: TaskTableData, symbols: Ordering): string {
  const { p, a, b, colour } = data;
  const answer = modulo(a + b, p);
  const fate = data.fate ?? (isGiven(data, a, b) ? GIVEN : HELD_BACK);
  if (colour === 'symbols') {
    const [first, second, third] = [a, b, answer].map((t) => symbolName(symbols.places[t] ?? 0));
    const unbroken = sum(p, a, b).replaceAll(/ (?=[+=\d])/g, '\u00a0');
    return `“${first}” and “${second}” give “${third}”: ${fate}. Here the names stand for ${unbroken}.`;
  }
  return `${sum(p, a, b)}: ${fate}.`;
}

/** "12 + 34 = 46", or "40 + 30 = 70, which is 11 modulo 59". */
function sum(p: number, a: number, b: number): string {
  const total = `${a} + ${b} = ${a + b}`;
  return a + b < p ? total : `${total}, which is ${modulo(a + b, p)} modulo ${p}`;
}

/** Names of the axes. */
export function axisNames(colour: TaskTableData['colour']): { rows: string; columns: string } {
  return colour === 'answers'
    ? { rows: 'a', columns: 'b' }
    : { rows: 'first symbol', columns: 'second symbol' };
}

/** The legend: how many answers are shown, and how many held back. */
export function legendTexts({ p, trainMask }: TaskTableData): { given: string; heldBack: string } {
  let given = 0;
  for (let index = 0; index < p * p; index++) if (trainMask[index]) given++;
  const number = (count: number) => count.toLocaleString('en-US');
  return { given: `${number(given)} shown`, heldBack: `${number(p * p - given)} held back` };
}
