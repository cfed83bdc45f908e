/** Walking along a circle with the keyboard. */

import { modularInverse, modulo } from '../../math/modular.ts';
import { stepsOfKey } from '../key-steps.ts';

/**
 * The residue that a key leads to from another one; undefined for keys without a meaning here. One
 * step is δ = k⁻¹ mod p, the next point of the circle counterclockwise, or 1 where k and p share a
 * factor. Home is residue 0, End the last point before it.
 */
export function residueAfterKey(
  residue: number,
  key: string,
  k: number,
  p: number,
): number | undefined {
  const step = modularInverse(k, p) ?? 1;
  if (key === 'Home') return 0;
  if (key === 'End') return modulo(-step, p);
  const count = stepsOfKey(key);
  return count === undefined ? undefined : modulo(residue + count * step, p);
}
