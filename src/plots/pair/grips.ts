/** Moving the hands of one circle: a slider at the end of each. */

import { largestRadius, meanRadius } from '../circles/scale.ts';
import { createGrips } from '../grips.ts';
import type { PairData } from './data.ts';
import type { PairHands } from './geometry.ts';
import { nearestResidue, placeOf } from './geometry.ts';
import type { RingFrame } from './ring-frame.ts';
import { fromPixels, toPixels } from './ring-frame.ts';
import { residueAfterKey } from './steps.ts';
import { words } from './words.ts';

/** One of the two inputs. */
export type HandName = 'a' | 'b';

/** What the grips stand on. */
export interface GripSource {
  readonly data: PairData;
  readonly k: number;
  readonly points: Float32Array;
}

export interface HandGrips {
  readonly elements: readonly HTMLElement[];
  /** Gives the sliders their names and values. */
  write(source: GripSource): void;
  /** Puts the sliders on the hands' ends. */
  place(hands: PairHands, frame: RingFrame): void;
  destroy(): void;
}

/** @param move called with the hand and its new residue */
export function createHandGrips(
  frame: () => RingFrame,
  move: (hand: HandName, residue: number) => void,
): HandGrips {
  let source: GripSource | undefined;
  const current = (name: HandName) => source?.data[name] ?? 0;
  const grips = createGrips<HandName>(['a', 'b'], 'pair-slider', {
    isReady: () => source !== undefined,
    residue: current,
    follow: (name) => (pixels) => {
      if (!source) return undefined;
      const { points } = source;
      const { x, y } = fromPixels(pixels, frame());
      // Far outside, a point that sticks out of the ring would be nearest for many directions.
      const reach = largestRadius(points) / Math.max(1e-9, Math.hypot(x, y));
      const scale = Math.min(meanRadius(points) || 1, reach);
      return nearestResidue(points, { x: scale * x, y: scale * y }, current(name));
    },
    afterKey: (name, key) => source && residueAfterKey(current(name), key, source.k, source.data.p),
    move,
  });
  for (const slider of grips.elements) {
    slider.setAttribute('aria-description', words('moving'));
  }

  return {
    elements: grips.elements,
    write(next) {
      source = next;
      grips.write((name) => ({
        label: words('hand', { name, k: next.k }),
        text: `${name} = ${next.data[name]}`,
        residue: next.data[name],
        last: next.data.p - 1,
      }));
    },
    place: (hands, ringFrame) =>
      grips.place({
        a: toPixels(placeOf(hands.a), ringFrame),
        b: toPixels(placeOf(hands.b), ringFrame),
      }),
    destroy: grips.destroy,
  };
}
