/** Sizes in the picture of the two gradients, by its width. Pixels. */

import type { RingFrame } from '../../pair/ring-frame.ts';

export interface GradientsLayout {
  readonly width: number;
  /** The compass stands below the circle instead of beside it. */
  readonly isNarrow: boolean;
  readonly ring: { readonly width: number; readonly height: number; readonly frame: RingFrame };
  /** The compass is a square of this size; its unit is the length of a gradient of 1. */
  readonly compass: { readonly size: number; readonly frame: RingFrame };
}

const WIDE_FROM = 520;
const LARGEST_RING = 376;
/** Length of a gradient of 1 in radii of the circle. */
export const ARROW = 0.36;
/** The longest gradient, the Pizza's off its kinks. */
const LONGEST = Math.SQRT2;
/** Room beyond the tip of an arrow that points outwards. */
const MARGIN = 10;
const COMPASS = { narrow: 136, wide: 176 };

/** @param width of the figure, from 260 px up */
export function gradientsLayout(width: number): GradientsLayout {
  const isNarrow = width < WIDE_FROM;
  const side = Math.floor(Math.min(LARGEST_RING, isNarrow ? width : 0.56 * width));
  const unit = (side / 2 - MARGIN) / (1 + ARROW * LONGEST);
  const compass = isNarrow ? COMPASS.narrow : COMPASS.wide;
  return {
    width,
    isNarrow,
    ring: { width: side, height: side, frame: { centreX: side / 2, centreY: side / 2, unit } },
    compass: {
      size: compass,
      frame: { centreX: compass / 2, centreY: compass / 2, unit: (compass / 2 - 20) / LONGEST },
    },
  };
}
