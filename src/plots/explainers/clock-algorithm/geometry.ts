/** Directions, votes and degrees of the Clock on one circle. */

import { residueAngle } from '../../../math/fourier.ts';
import { modularInverse, modulo } from '../../../math/modular.ts';

/** Direction of residue t on the circle of frequency k, in turns, 0 ≤ turn < 1. */
export function residueTurn(k: number, t: number, p: number): number {
  return modulo(k * t, p) / p;
}

/**
 * The residue that stands nearest to a direction in turns. Where k and p share a factor several
 * stand on the same place: the preferred one if it is among them, otherwise the smallest.
 */
export function residueNear(k: number, p: number, turn: number, preferred: number): number {
  const apart = (t: number) => {
    const difference = residueTurn(k, t, p) - turn;
    return Math.abs(difference - Math.round(difference));
  };
  let nearest = 0;
  for (let t = 1; t < p; t++) if (apart(t) < apart(nearest)) nearest = t;
  return apart(preferred) <= apart(nearest) + 1e-9 ? preferred : nearest;
}

/**
 * How strongly a hand votes for every answer: cos(θ − w·c), which is cos w(a + b − c) once the
 * hand has reached w(a + b).
 *
 * @param turn direction θ of the hand, in turns
 * @returns length p
 */
export function clockVotes(k: number, p: number, turn: number): Float64Array {
  const angle = 2 * Math.PI * turn;
  return Float64Array.from({ length: p }, (_, c) => Math.cos(angle - residueAngle(k, c, p)));
}

/** How clearly a residue is drawn that has this vote: 0 … 1. */
export function presenceOf(vote: number): number {
  return 0.22 + 0.78 * ((1 + vote) / 2) ** 2;
}

/** The two residues beside another one on the circle; none where k and p share a factor. */
export function neighboursOnCircle(k: number, p: number, residue: number): number[] {
  const step = modularInverse(k, p);
  if (step === undefined || p < 5) return [];
  return [modulo(residue - step, p), modulo(residue + step, p)];
}

/** Two angles and their sum in whole degrees. */
export interface WholeDegrees {
  readonly a: number;
  readonly b: number;
  readonly sum: number;
}

/**
 * Rounds two angles so that the rounded ones add up to their rounded sum: where they do not, the
 * one that is furthest from its rounded value is rounded the other way.
 *
 * @param a @param b in turns
 */
export function wholeDegrees(a: number, b: number): WholeDegrees {
  const exact = { a: 360 * a, b: 360 * b };
  const sum = Math.round(exact.a + exact.b);
  const rounded = { a: Math.round(exact.a), b: Math.round(exact.b) };
  const missing = sum - rounded.a - rounded.b;
  const cost = (name: 'a' | 'b') => Math.abs(rounded[name] + missing - exact[name]);
  rounded[cost('a') < cost('b') ? 'a' : 'b'] += missing;
  return { ...rounded, sum };
}
