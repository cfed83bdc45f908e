/** Moving marks around a circle of the plane: a slider on each. */

import './explainer.css';
import { createGrips } from '../../grips.ts';
import type { Place } from '../../pair/geometry.ts';
import { nearestResidue, placeOf } from '../../pair/geometry.ts';
import type { RingFrame } from '../../pair/ring-frame.ts';
import { fromPixels, toPixels } from '../../pair/ring-frame.ts';
import { residueAfterKey } from '../../pair/steps.ts';
import { circlePoints } from './circle-points.ts';

/** What the grips stand on. */
export interface GripValues<Name extends string> {
  readonly p: number;
  readonly k: number;
  readonly residues: Readonly<Record<Name, number>>;
  /** What a slider says about its value. */
  readonly text: (name: Name) => string;
}

export interface RingGripsOptions<Name extends string> {
  /** Names of the sliders, in the order of the keyboard. */
  readonly labels: Readonly<Record<Name, string>>;
  readonly frame: () => RingFrame;
  readonly move: (name: Name, residue: number) => void;
}

export interface RingGrips<Name extends string> {
  readonly elements: readonly HTMLElement[];
  write(values: GripValues<Name>): void;
  /** Puts the sliders on their marks, in radii of the circle. */
  place(ends: Readonly<Record<Name, Place>>, frame: RingFrame): void;
  /** True while a pointer holds one: its mark then follows at once. */
  isHeld(): boolean;
  destroy(): void;
}

/** Nearer to the centre than this, in radii, a pointer has no clear direction. */
const BLIND_CENTRE = 0.1;

/** The residue nearest to a direction, among several on one place the current one. */
export function residueTowards(angle: number, k: number, p: number, current: number): number {
  return nearestResidue(circlePoints(k, p), placeOf({ angle, radius: 1 }), current);
}

export function createRingGrips<Name extends string>({
  labels,
  frame,
  move,
}: RingGripsOptions<Name>): RingGrips<Name> {
  const names = Object.keys(labels) as Name[];
  let values: GripValues<Name> | undefined;
  let ends: Readonly<Record<Name, Place>> | undefined;
  const current = (name: Name) => values?.residues[name] ?? 0;
  const grips = createGrips(names, 'explainer-grip', {
    isReady: () => values !== undefined,
    residue: current,
    follow(name, grasped) {
      // Grasped beside its middle, a mark keeps that distance instead of jumping.
      const offset = ends ? angleOf(fromPixels(grasped, frame())) - angleOf(ends[name]) : 0;
      return (pixels) => {
        const place = fromPixels(pixels, frame());
        if (!values || Math.hypot(place.x, place.y) < BLIND_CENTRE) return undefined;
        return residueTowards(angleOf(place) - offset, values.k, values.p, current(name));
      };
    },
    // Residues in their own order: one is one more.
    afterKey: (name, key) => values && residueAfterKey(current(name), key, 1, values.p),
    move,
  });
  names.forEach((name, index) => {
    grips.elements[index]?.setAttribute('aria-label', labels[name]);
  });

  return {
    elements: grips.elements,
    write(next) {
      values = next;
      grips.write((name) => ({
        label: labels[name],
        text: next.text(name),
        residue: next.residues[name],
        last: next.p - 1,
      }));
    },
    place(next, ringFrame) {
      ends = next;
      const pixels = names.map((name) => [name, toPixels(next[name], ringFrame)] as const);
      grips.place(Object.fromEntries(pixels) as Record<Name, Place>);
    },
    isHeld: grips.isHeld,
    destroy: grips.destroy,
  };
}

function angleOf({ x, y }: Place): number {
  return Math.atan2(y, x);
}
