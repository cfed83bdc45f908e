/** Sizes in the picture of the Pizza algorithm, by its width. Pixels. */

import type { RingFrame } from '../../pair/ring-frame.ts';

/** Wide: votes beside the circle. Medium: words beside it, votes below. Narrow: one column. */
export type PizzaArrangement = 'wide' | 'medium' | 'narrow';

/** A drawing with one circle in its middle. */
export interface RingBox {
  readonly width: number;
  readonly height: number;
  readonly frame: RingFrame;
}

export interface PizzaLayout {
  readonly width: number;
  readonly arrangement: PizzaArrangement;
  readonly ring: RingBox;
  /** The accompanying circle. */
  readonly companion: RingBox;
  readonly votes: { readonly width: number; readonly height: number };
}

const WIDE_FROM = 600;
const MEDIUM_FROM = 440;
/** Room for labels outside the rim: at the sides, above and below. */
const SIDE = 44;
const ABOVE = 26;
const LARGEST_RING = 336;
const COMPANION_RADIUS = 44;
/** Between the columns of the wide figure. */
const COLUMN_GAP = 28;

/** @param width of the figure, from 260 px up */
export function pizzaLayout(width: number): PizzaLayout {
  const arrangement = arrangementOf(width);
  const ringWidth = Math.min(
    LARGEST_RING,
    Math.floor(arrangement === 'wide' ? 0.46 * width : arrangement === 'medium' ? 280 : width),
  );
  const votesWidth = arrangement === 'wide' ? width - ringWidth - COLUMN_GAP : width;
  return {
    width,
    arrangement,
    ring: ringBox(ringWidth / 2 - SIDE, SIDE, ABOVE),
    companion: ringBox(COMPANION_RADIUS, 16, 16),
    votes: { width: votesWidth, height: arrangement === 'narrow' ? 150 : 168 },
  };
}

function arrangementOf(width: number): PizzaArrangement {
  if (width >= WIDE_FROM) return 'wide';
  return width >= MEDIUM_FROM ? 'medium' : 'narrow';
}

function ringBox(radius: number, side: number, above: number): RingBox {
  const [width, height] = [2 * (radius + side), 2 * (radius + above)];
  return { width, height, frame: { centreX: width / 2, centreY: height / 2, unit: radius } };
}
