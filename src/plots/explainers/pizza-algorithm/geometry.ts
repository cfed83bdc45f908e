/**
 * Points of residues and the slices of the pizza. Lengths are in radii of the circle, angles in
 * radians counterclockwise from the right.
 */

import { greatestCommonDivisor, modularInverse, modulo } from '../../../math/modular.ts';
import type { Place } from '../../pair/geometry.ts';

/** Half of the angle w·t, counted without dropping whole turns of w·t: they decide its side. */
export function halfAngle(k: number, t: number, p: number): number {
  return (Math.PI * modulo(k * t, 2 * p)) / p;
}

/** One of the 2n slices that the half angles of n places on the circle stand for. */
export interface Slice {
  /** Direction of the slice's middle. */
  readonly angle: number;
  /** Smallest residue whose half angle, or the direction opposite to it, this is. */
  readonly residue: number;
}

/**
 * The slices, counterclockwise: each residue has two, opposite to each other. Where k and p share a
 * factor, residues on the same place share their slices.
 */
export function slices(k: number, p: number): Slice[] {
  const shared = greatestCommonDivisor(k, p);
  const places = p / shared;
  const inverse = modularInverse(k / shared, places) ?? 0;
  return Array.from({ length: 2 * places }, (_, index) => ({
    angle: (Math.PI * index) / places,
    residue: modulo(index * inverse, places),
  }));
}

/** Half the opening angle of a slice. */
export function sliceHalfWidth(k: number, p: number): number {
  return (Math.PI * greatestCommonDivisor(k, p)) / (2 * p);
}

/** Angle of a midpoint's direction in −π … π. */
export function rayAngle({ x, y }: Place): number {
  return Math.atan2(y, x);
}
