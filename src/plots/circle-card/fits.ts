/** How well each formula explains a circle's logits, ready to be drawn. */

import { percentText } from '../inside/words.ts';
import type { CircleCardData } from './data.ts';
import { words } from './words.ts';

/** One bar. */
export interface Fit {
  readonly kind: 'clock' | 'pizza' | 'accompanying';
  readonly name: string;
  readonly text: string;
  /** Start and length of the bar as parts of the whole scale from −100 % to 100 %. */
  readonly start: number;
  readonly length: number;
  readonly isNegative: boolean;
  /** The largest of the positive ones. */
  readonly isLargest: boolean;
}

type FitNumbers = Pick<CircleCardData, 'fveClock' | 'fvePizza' | 'fveAccompanying' | 'accompanies'>;

/** The three bars: Clock, Pizza, accompanying. */
export function circleFits(data: FitNumbers): Fit[] {
  const { fveClock, fvePizza, fveAccompanying, accompanies } = data;
  const largest = Math.max(0, ...[fveClock, fvePizza, fveAccompanying].filter(Number.isFinite));
  const barOf = (kind: Fit['kind'], name: string, fraction: number): Fit => {
    const bounded = Number.isFinite(fraction) ? Math.max(-1, Math.min(1, fraction)) : 0;
    return {
      kind,
      name,
      text: percentText(fraction),
      start: (1 + Math.min(0, bounded)) / 2,
      length: Math.abs(bounded) / 2,
      isNegative: bounded < 0,
      isLargest: fraction === largest && fraction > 0,
    };
  };
  const helper =
    accompanies === null ? words('accompanying') : words('accompanyingCircle', { k: accompanies });
  return [
    barOf('clock', words('clock'), fveClock),
    barOf('pizza', words('pizza'), fvePizza),
    barOf('accompanying', helper, fveAccompanying),
  ];
}

/** True when the accompanying formula explains the circle better than the other two. */
export function isAccompanying(data: FitNumbers): boolean {
  const { fveClock, fvePizza, fveAccompanying, accompanies } = data;
  return accompanies !== null && fveAccompanying > Math.max(0, fveClock, fvePizza);
}
