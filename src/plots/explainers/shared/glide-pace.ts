/** How long marks glide when a key or the page moves them. */

import { prefersReducedMotion } from '../../figure.ts';

/** Longest time of a glide, in milliseconds. */
const GLIDE = 250;

/**
 * How long the next glide may take: no longer than the time since the last one, so that a key held
 * down moves a mark evenly instead of ever starting anew.
 * @returns a function from a frame's time in milliseconds; 0 for what should not move
 */
export function createGlidePace(): (now: number, atOnce: boolean) => number {
  let last = Number.NEGATIVE_INFINITY;
  return (now, atOnce) => {
    const interval = now - last;
    last = now;
    return atOnce || prefersReducedMotion() ? 0 : Math.min(GLIDE, interval);
  };
}
