/** The words of a circle's card. */

import { greatestCommonDivisor } from '../../math/modular.ts';
import { formatNumber } from '../../messages/numbers.ts';
import { shareText } from '../circles/wording.ts';
import type { InputPair } from '../heatmap/grid.ts';
import { logitText, noPairText, pairText } from '../heatmap/wording.ts';
import type { SelectedPair } from '../heatmap.ts';
import { shapeOf } from '../inside/words.ts';
import type { CircleCardData } from './data.ts';
import type { TurnedOrder } from './turned-grid.ts';
import { rowSteps } from './turned-grid.ts';
import { words } from './words.ts';

/** Names of the heatmap's axes. */
export function turnedAxisNames({ p, factor, isPlain }: TurnedOrder) {
  return isPlain
    ? { rows: words('plainRows', { p }), columns: words('plainColumns', { p }) }
    : { rows: words('rows', { k: factor }), columns: words('columns', { k: factor }) };
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
  const { difference, sum } = steps;
  const values = { difference: formatNumber(difference), sum };
  const place = isPlain
    ? words('plainPlace', values)
    : words('place', { ...values, distance: Math.abs(difference) });
  const [first, second] = pairs;
  if (!first) return [place, noPairText()];
  const logit = logitText(value);
  return [
    second
      ? words('meanLogit', { first: pairText(first), second: pairText(second), logit })
      : words('logit', { pair: pairText(first), logit }),
    place,
  ];
}

/** The ring, for those who cannot see it. */
export function ringLabel(
  { k, step, facts, accompanies }: Pick<CircleCardData, 'k' | 'step' | 'facts' | 'accompanies'>,
  pair: SelectedPair | null,
): string {
  const drawn = step === null ? words('ringSharing', { k }) : words('ring', { k, step });
  const ring =
    facts === undefined
      ? drawn
      : words('ringFacts', {
          k,
          share: shareText(facts.powerFraction),
          shape: shapeOf(facts.axisRatio),
          verdict: facts.verdict,
          helped: accompanies ?? '–',
          ring: drawn,
        });
  return pair ? words('ringMarked', { ring, a: pair.a, b: pair.b }) : ring;
}

/** Line below the ring: the marked pair, or how the points are joined. */
export function ringCaption(
  { p, k, step }: Pick<CircleCardData, 'p' | 'k' | 'step'>,
  pair: SelectedPair | null,
): string {
  if (pair) return pairText([pair.a, pair.b]);
  if (step === null) return words('covers', { points: p / greatestCommonDivisor(k, p), p });
  return words('joined', { step });
}

/** The heatmap, for those who cannot see it. */
export function turnedLabel(
  k: number,
  { p, factor, isPlain }: TurnedOrder,
  range: { readonly low: number; readonly high: number },
): string {
  const values = { k, low: logitText(range.low), high: logitText(range.high) };
  return isPlain
    ? words('plainHeatmap', { ...values, p })
    : words('heatmap', { ...values, factor });
}
