/**
 * Where a pair's hands lie on a circle, and what Clock and Pizza make of them. All lengths are in
 * mean radii of the circle, all angles in radians, counterclockwise.
 */

import { residueAngle } from '../../math/fourier.ts';
import { modulo } from '../../math/modular.ts';
import { meanRadius } from '../circles/scale.ts';

/** A place in a circle's plane. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Direction and distance from the centre. */
export interface Hand {
  readonly angle: number;
  readonly radius: number;
}

/** The hands of one pair on one circle. */
export interface PairHands {
  readonly a: Hand;
  readonly b: Hand;
  /** Where the residue a + b mod p really stands. */
  readonly answer: Hand;
  /** Angle w(a + b) of the Clock's hand. */
  readonly clockAngle: number;
  /** By how much b turns it, w·b, at most half a turn to either side. */
  readonly turn: number;
}

/** Nearer to the centre than this, in mean radii, a midpoint says hardly anything. */
const NEAR_CENTRE = 0.15;

const TURN = 2 * Math.PI;

/** The hands of a pair. @param points x, y pairs in any unit */
export function pairHands(
  points: ArrayLike<number>,
  k: number,
  p: number,
  a: number,
  b: number,
): PairHands {
  const unit = meanRadius(points) || 1;
  const hand = (residue: number): Hand => {
    const x = (points[2 * residue] ?? 0) / unit;
    const y = (points[2 * residue + 1] ?? 0) / unit;
    return { angle: Math.atan2(y, x), radius: Math.hypot(x, y) };
  };
  const sum = modulo(a + b, p);
  return {
    a: hand(a),
    b: hand(b),
    answer: hand(sum),
    clockAngle: residueAngle(k, sum, p),
    turn: wrapAngle(residueAngle(k, b, p)),
  };
}

export function placeOf({ angle, radius }: Hand): Place {
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

/** The point halfway between two hands' ends. */
export function midpoint(one: Hand, other: Hand): Place {
  const [first, second] = [placeOf(one), placeOf(other)];
  return { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 };
}

/**
 * Where the ray from the centre through a midpoint meets the rim, and the opposite place: an
 * absolute value removes the sign, so that both stand for the same answer.
 */
export function rayEnds({ x, y }: Place): { readonly front: Place; readonly back: Place } {
  const angle = Math.atan2(y, x);
  const front = placeOf({ angle, radius: 1 });
  return { front, back: { x: -front.x, y: -front.y } };
}

/** True when the midpoint lies so near the centre that its direction hardly tells anything. */
export function isNearCentre({ x, y }: Place): boolean {
  return Math.hypot(x, y) < NEAR_CENTRE;
}

/**
 * The residue whose point is nearest to a place. Where several stand on the same point, the
 * preferred one if it is among them, otherwise the smallest.
 *
 * @param points x, y pairs, in the unit of the place
 */
export function nearestResidue(points: ArrayLike<number>, place: Place, preferred: number): number {
  const distance = (residue: number) =>
    Math.hypot((points[2 * residue] ?? 0) - place.x, (points[2 * residue + 1] ?? 0) - place.y);
  let nearest = 0;
  for (let residue = 1; 2 * residue < points.length; residue++) {
    if (distance(residue) < distance(nearest)) nearest = residue;
  }
  const isShared = distance(preferred) <= distance(nearest) * (1 + 1e-6) + 1e-9;
  return isShared ? preferred : nearest;
}

/** The same direction in −π … π. */
export function wrapAngle(angle: number): number {
  return angle - TURN * Math.round(angle / TURN);
}

/** The same direction, counted so that the way from another angle is at most half a turn. */
export function nearestTurn(angle: number, from: number): number {
  return from + wrapAngle(angle - from);
}
