/**
 * The logit of an answer c in the ideal algorithms, for inputs that may stand anywhere in the
 * plane, and the directions in which it grows. Lengths are in radii of the circle.
 */

import type { Place } from '../../pair/geometry.ts';
import { placeOf } from '../../pair/geometry.ts';
import type { IdealAlgorithm } from './data.ts';

/** Where the logit grows fastest, for each input while the other one stays. */
export interface LogitGradients {
  readonly a: Place;
  readonly b: Place;
}

/** Products smaller than this are rounding around 0, where an absolute value has its kink. */
const KINK = 1e-4;

/** Clock: Re(z_a·z_b·conj z_c). @param c angle of the answer, w·c, in radians */
export function clockLogit(a: Place, b: Place, c: number): number {
  const product = { x: a.x * b.x - a.y * b.y, y: a.x * b.y + a.y * b.x };
  return dot(product, placeOf({ angle: c, radius: 1 }));
}

/** Gradients of the Clock's logit: z_c·conj z_b for a, z_c·conj z_a for b. */
export function clockGradients(a: Place, b: Place, c: number): LogitGradients {
  const answer = placeOf({ angle: c, radius: 1 });
  return { a: turnedBack(answer, b), b: turnedBack(answer, a) };
}

/** Pizza: |m·u| − |m·v| with m = z_a + z_b, u at half the angle of c and v a quarter turn on. */
export function pizzaLogit(a: Place, b: Place, c: number): number {
  const { sum, along, across } = halves(a, b, c);
  return Math.abs(dot(sum, along)) - Math.abs(dot(sum, across));
}

/**
 * Gradients of the Pizza's logit: sign(m·u)·u − sign(m·v)·v for both, since it knows the inputs
 * only by their sum m. On a kink, where c is the right answer, the side that has no sign is 0.
 */
export function pizzaGradients(a: Place, b: Place, c: number): LogitGradients {
  const { sum, along, across } = halves(a, b, c);
  const [near, aside] = [side(dot(sum, along)), side(dot(sum, across))];
  const gradient = {
    x: near * along.x - aside * across.x,
    y: near * along.y - aside * across.y,
  };
  return { a: gradient, b: gradient };
}

export function logitGradients(
  algorithm: IdealAlgorithm,
  a: Place,
  b: Place,
  c: number,
): LogitGradients {
  return algorithm === 'clock' ? clockGradients(a, b, c) : pizzaGradients(a, b, c);
}

/** Cosine of the angle between two directions; null where one of them has no length. */
export function cosineBetween(one: Place, other: Place): number | null {
  const lengths = Math.hypot(one.x, one.y) * Math.hypot(other.x, other.y);
  if (lengths < KINK) return null;
  return Math.min(1, Math.max(-1, dot(one, other) / lengths));
}

function halves(a: Place, b: Place, c: number) {
  return {
    sum: { x: a.x + b.x, y: a.y + b.y },
    along: placeOf({ angle: c / 2, radius: 1 }),
    across: placeOf({ angle: c / 2 + Math.PI / 2, radius: 1 }),
  };
}

function side(product: number): number {
  return Math.abs(product) < KINK ? 0 : Math.sign(product);
}

function dot(one: Place, other: Place): number {
  return one.x * other.x + one.y * other.y;
}

/** z·conj(by): turned back by the angle of the second. */
function turnedBack(z: Place, by: Place): Place {
  return { x: z.x * by.x + z.y * by.y, y: z.y * by.x - z.x * by.y };
}
