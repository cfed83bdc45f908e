/**
 * Points of residues and the slices of the pizza. Lengths are in radii of the circle, angles in
 * radians counterclockwise from the right.
 */

import { residueAngle } from '../../../math/fourier.ts';
import { greatestCommonDivisor, modularInverse, modulo } from '../../../math/modular.ts';
import type { Place } from '../../pair/geometry.ts';

/** Half of the angle w·t, counted without dropping whole turns of w·t: they decide its side. */
export function halfAngle(k: number, t: number, p: number): number {
  return (Math.PI * modulo(k * t, 2 * p)) / p;
}

/** Points of all residues, x of t at 2t and y at 2t + 1, length 2p. */
export function circlePoints(k: number, p: number): Float32Array {
  const points = new Float32Array(2 * p);
  for (let t = 0; t < p; t++) {
    points[2 * t] = Math.cos(residueAngle(k, t, p));
    points[2 * t + 1] = Math.sin(residueAngle(k, t, p));
  }
  return points;
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
