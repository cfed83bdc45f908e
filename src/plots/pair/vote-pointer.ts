/** The keyboard's way along the possible answers, wrapping around as residues do. */

import { range } from 'd3';
import { afterKey } from '../inside/walk.ts';

/** The answer a key leads to: "none" for Escape, undefined for keys without a meaning here. */
export function answerAfterKey(
  p: number,
  current: number | undefined,
  key: string,
  start: number,
): number | 'none' | undefined {
  return afterKey(range(p), current, key, start);
}
