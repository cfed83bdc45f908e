/** What the keys of a slider mean on residues, which go around. */

import { modulo } from '../../../math/modular.ts';

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 5,
  PageDown: -5,
};

/** The residue that a key leads to from another one; undefined for keys without a meaning here. */
export function residueAfterKey(residue: number, key: string, p: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return p - 1;
  const step = STEPS[key];
  return step === undefined ? undefined : modulo(residue + step, p);
}
