/**
 * How a Pizza votes. Every vote is cos w(a+b−c), largest at c = a + b, times a strength that
 * depends on a − b only: the first circle's is the midpoint's distance from the centre.
 */

import { residueAngle } from '../../../math/fourier.ts';
import { modulo } from '../../../math/modular.ts';
import type { PizzaAlgorithmData } from './data.ts';
import { halfAngle } from './geometry.ts';

/**
 * Weight of the accompanying circle's votes beside the first one's. A network learns its own; half
 * makes their sum equally strong where a = b and where they are opposite. (With equal weights the
 * pair would be blind at a = b.) The Fourier series |cos(x/2)| ≈ 2/π + (4/3π)·cos x − … has 0.42.
 */
export const ACCOMPANYING_WEIGHT = 0.5;

/** What multiplies cos w(a+b−c). */
export interface Strengths {
  readonly first: number;
  /** Of the accompanying circle, with its weight; 0 where there is none. */
  readonly second: number;
}

/** The midpoint's place on the ray at angle w(a+b)/2: cos(w(a−b)/2), below 0 on the far side. */
export function signedLength({ k, p, a, b }: PizzaAlgorithmData): number {
  return Math.cos(halfAngle(k, a - b, p));
}

export function strengths(data: PizzaAlgorithmData): Strengths {
  const { k, p, a, b, absolute, accompanied } = data;
  const signed = signedLength(data);
  const apart = residueAngle(k, modulo(a - b, p), p);
  return {
    first: absolute ? Math.abs(signed) : signed,
    second: accompanied ? -ACCOMPANYING_WEIGHT * Math.cos(apart) : 0,
  };
}

/** cos(angle − w·c) for every c, length p. @param angle in radians, w(a+b) at rest */
export function directions(k: number, p: number, angle: number): Float64Array {
  return Float64Array.from({ length: p }, (_, c) => Math.cos(angle - residueAngle(k, c, p)));
}

/** The votes for all answers, length p. */
export function votes(data: PizzaAlgorithmData): Float64Array {
  const { k, p, a, b } = data;
  const { first, second } = strengths(data);
  const angle = residueAngle(k, modulo(a + b, p), p);
  return directions(k, p, angle).map((direction) => (first + second) * direction);
}

/** Differences below this are rounding. */
const ROUNDING = 1e-9;

/** The answers with the largest vote, in order; none where all votes are the same. */
export function winnersOf(all: Float64Array): number[] {
  const [low, high] = [Math.min(...all), Math.max(...all)];
  if (high - low < ROUNDING) return [];
  return [...all.keys()].filter((c) => (all[c] as number) > high - ROUNDING);
}

/** From and to, on the scale of votes. */
export type Stretch = readonly [from: number, to: number];

/** How one bar is put together from the votes of two circles. */
export interface VoteParts {
  /** What the first circle gives and the sum keeps. */
  readonly kept: Stretch;
  /** What the second adds. */
  readonly added: Stretch;
  /** What the first gives and the second takes away. */
  readonly removed: Stretch;
}

export function voteParts(first: number, second: number): VoteParts {
  const sum = first + second;
  const isOpposed = first * sum <= 0;
  const common = Math.abs(first) < Math.abs(sum) ? first : sum;
  const kept = isOpposed ? 0 : common;
  return { kept: [0, kept], added: [kept, sum], removed: [kept, first] };
}

/** Largest vote that can occur, for an axis that does not move. */
export function votesReach(absolute: boolean, accompanied: boolean): number {
  return !absolute && accompanied ? 1 + ACCOMPANYING_WEIGHT : 1;
}
