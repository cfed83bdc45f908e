/** Reading the points of a circle's ring one by one, by pointer or keyboard. */

import { greatestCommonDivisor, modulo } from '../../math/modular.ts';
import type { DrawnPlane, Highlight } from '../circles/draw.ts';
import { pixelOf } from '../circles/draw.ts';
import { meanRadius } from '../circles/scale.ts';
import { neighbourStep } from '../circles/step-order.ts';
import { residueLines } from '../circles/wording.ts';
import { afterKey, listenToWalk } from '../inside/walk.ts';
import type { ValueReadout } from '../value-readout.ts';
import type { CircleCardData } from './data.ts';

/** Farther from every point than this, in pixels, nothing is meant. */
const REACH = 18;

export interface RingReading {
  /** Takes what is drawn. @returns the point to stress, if one is read */
  take(data: CircleCardData, plane: DrawnPlane): Highlight | undefined;
  clear(): void;
  /** Shows the point that is read. @param figure what the readout belongs to */
  read(readout: ValueReadout, figure: HTMLElement): void;
  destroy(): void;
}

/** @param request called when another point is meant */
export function createRingReading(stage: HTMLElement, request: () => void): RingReading {
  let shown: { readonly data: CircleCardData; readonly plane: DrawnPlane } | undefined;
  let active: number | undefined;
  let isByKeyboard = false;
  const stopListening = listenToWalk(stage, {
    current: () => active,
    start: () => shown && 0,
    at: (x, y) => shown && nearestPoint(shown.plane, x, y),
    afterKey: (key) => afterKey(shown?.plane.order ?? [], active, key, 0),
    change(next, byKeyboard) {
      if (next === active) return;
      active = next;
      isByKeyboard = byKeyboard;
      request();
    },
  });

  return {
    take(data, plane) {
      shown = { data, plane };
      if (active !== undefined && active >= data.p) active = undefined;
      return active === undefined ? undefined : beside(active, data.k, data.p);
    },
    clear() {
      shown = active = undefined;
    },
    read(readout, figure) {
      if (!shown || active === undefined) return;
      const { data, plane } = shown;
      const [x, y] = pixelOf(plane, active);
      const [box, outer] = [stage.getBoundingClientRect(), figure.getBoundingClientRect()];
      const { p, k, points } = data;
      const sharedFactor = greatestCommonDivisor(k, p);
      const lines = residueLines({ k, points, sharedFactor }, active, p, meanRadius(points));
      const clearance = plane.pointRadius + 9;
      const anchor = { x: box.left - outer.left + x, y: box.top - outer.top + y, clearance };
      readout.show(lines, anchor, plane.colours[active]);
      if (isByKeyboard) readout.announce(lines.join(' · '));
    },
    destroy: stopListening,
  };
}

/** A point and its neighbours on the circle. */
function beside(residue: number, k: number, p: number) {
  const step = neighbourStep(k, p);
  return { residue, before: modulo(residue - step, p), next: modulo(residue + step, p) };
}

/** The residue whose point is nearest to a place, within reach. */
function nearestPoint(plane: DrawnPlane, x: number, y: number): number | undefined {
  let nearest: number | undefined;
  let smallest = REACH;
  for (let residue = 0; 2 * residue < plane.positions.length; residue++) {
    const [pointX, pointY] = pixelOf(plane, residue);
    const distance = Math.hypot(pointX - x, pointY - y);
    if (distance >= smallest) continue;
    smallest = distance;
    nearest = residue;
  }
  return nearest;
}
