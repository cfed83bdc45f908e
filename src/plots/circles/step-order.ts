/** The order of the residues along the circle of one frequency. */

import { greatestCommonDivisor, modularInverse } from '../../math/modular.ts';

/**
 * The step δ from a residue to its next place on the circle: k·δ ≡ gcd(k, p) (mod p). The inverse
 * of k mod p where it exists, otherwise the smallest step that leads to the neighbouring place.
 */
export function neighbourStep(k: number, p: number): number {
  const factor = greatestCommonDivisor(k, p);
  return modularInverse(k / factor, p / factor) ?? 1;
}

/**
 * All p residues in order of their nominal angle, from residue 0 on. Where k shares a factor with
 * p, several residues have the same place; they follow each other by size.
 */
export function stepOrder(k: number, p: number): number[] {
  const factor = greatestCommonDivisor(k, p);
  const places = p / factor;
  const step = neighbourStep(k, p);
  return Array.from({ length: p }, (_, index) => {
    const place = Math.floor(index / factor);
    return ((place * step) % places) + (index % factor) * places;
  });
}

/** Other residues with the same nominal place as residue t: none unless k shares a factor with p. */
export function samePlace(k: number, t: number, p: number): number[] {
  const factor = greatestCommonDivisor(k, p);
  const places = p / factor;
  return Array.from({ length: factor }, (_, index) => (t % places) + index * places).filter(
    (residue) => residue !== t,
  );
}
