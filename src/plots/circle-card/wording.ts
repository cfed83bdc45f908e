/** The words of a circle's card. */

import { greatestCommonDivisor } from '../../math/modular.ts';
import type { InputPair } from '../heatmap/grid.ts';
import { logitText } from '../heatmap/wording.ts';
import type { SelectedPair } from '../heatmap.ts';
import type { CircleCardData } from './data.ts';
import type { TurnedOrder } from './turned-grid.ts';
import { rowSteps } from './turned-grid.ts';

/** Names of the heatmap's axes. */
export function turnedAxisNames({ p, factor, isPlain }: TurnedOrder) {
  const unit = isPlain ? `(mod ${p})` : `in turns of k ${factor}`;
  return { rows: `a−b ${unit}`, columns: `a+b ${unit}` };
}

/** A tick of an axis: its place in cells from the first, and its text. */
export interface TurnedTick {
  readonly cell: number;
  readonly text: string;
}

/** Ticks in turns of the circle, or in residues where there is no step. */
export function turnedTicks({ p, isPlain }: TurnedOrder): {
  rows: TurnedTick[];
  columns: TurnedTick[];
} {
  const half = Math.floor(p / 2);
  const last = rowSteps(p - 1, p);
  const texts = isPlain
    ? { rows: [`−${half}`, '0', `${last}`], columns: ['0', `${half}`, `${p - 1}`] }
    : { rows: ['−½', '0', '½'], columns: ['0', '½', '1'] };
  const at = (cells: readonly number[], names: readonly string[]) =>
    cells.map((cell, index) => ({ cell, text: names[index] as string }));
  return {
    rows: at([0.5, half + 0.5, p - 0.5], texts.rows),
    columns: at([0.5, p / 2, p - 0.5], texts.columns),
  };
}

/** What stands in a cell, in two lines. */
export function turnedCellLines(
  steps: { readonly difference: number; readonly sum: number },
  pairs: readonly InputPair[],
  value: number,
  { isPlain }: TurnedOrder,
): [string, string] {
  const unit = isPlain ? '' : ` ${Math.abs(steps.difference) === 1 ? 'step' : 'steps'}`;
  const place = `a−b: ${String(steps.difference).replace('-', '−')}${unit}, a+b: ${steps.sum}`;
  if (pairs.length === 0) return [place, 'no pair: for even p both have the same parity'];
  const names = pairs.map(([a, b]) => `a = ${a}, b = ${b}`).join(' and ');
  const logit = `${pairs.length > 1 ? 'mean logit' : 'logit'} ${logitText(value)}`;
  return [`${names} · ${logit}`, place];
}

/** The ring, for those who cannot see it. */
export function ringLabel(k: number, step: number | null, pair: SelectedPair | null): string {
  const steps = step === null ? 'it shares a factor with p' : `joined in steps of ${step}`;
  const chosen = pair ? ` Marked: a = ${pair.a}, b = ${pair.b}, and the point halfway.` : '';
  return `The residues on circle ${k}, ${steps}.${chosen}`;
}

/** Line below the ring: the marked pair, or how the points are joined. */
export function ringCaption(
  { p, k, step }: Pick<CircleCardData, 'p' | 'k' | 'step'>,
  pair: SelectedPair | null,
): string {
  if (pair) return `a = ${pair.a}, b = ${pair.b}`;
  if (step === null) return `covers ${p / greatestCommonDivisor(k, p)} of ${p} points`;
  return `joined in steps of ${step}`;
}

/** The heatmap, for those who cannot see it. */
export function turnedLabel(
  k: number,
  { p, factor, isPlain }: TurnedOrder,
  range: { readonly low: number; readonly high: number },
): string {
  const order = isPlain ? `modulo ${p}` : `in steps along circle ${factor}`;
  return (
    `Logit of the correct answer with circle ${k} alone, rows a − b, columns a + b ${order}: ` +
    `from ${logitText(range.low)} to ${logitText(range.high)}.`
  );
}
