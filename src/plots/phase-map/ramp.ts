/**
 * Colours from Pizza through a neutral middle to Clock. They are mixed in CIELAB, and the middle's
 * lightness lies between those of the ends, so that the ramp is monotone in greyscale too.
 */

import { interpolateLab, lab } from 'd3';
import type { MapTheme } from './theme.ts';

/** Colours a ramp has; their number is odd, so that the middle one is neutral. */
export const SHADES = 129;
/** Below 1: colours leave the neutral middle sooner, as most runs lie close to the threshold. */
const EASE = 0.45;

/** CSS colours from Pizza (first) to Clock (last). */
export function colourRamp(theme: Pick<MapTheme, 'pizza' | 'between' | 'clock'>): string[] {
  const middle = neutralMiddle(theme);
  const toPizza = interpolateLab(middle, theme.pizza);
  const toClock = interpolateLab(middle, theme.clock);
  return Array.from({ length: SHADES }, (_, shade) => {
    const side = (2 * shade) / (SHADES - 1) - 1;
    const strength = Math.abs(side) ** EASE;
    return side < 0 ? toPizza(strength) : toClock(strength);
  });
}

/** The colour of a position 0 … 1 from Pizza to Clock. */
export function rampColour(ramp: readonly string[], position: number): string {
  return ramp[Math.round(position * (SHADES - 1))] ?? '';
}

function neutralMiddle({ pizza, between, clock }: Parameters<typeof colourRamp>[0]): string {
  const middle = lab(between);
  const ends = [lab(pizza).l, lab(clock).l];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  // Not at an end: the step to it must stay visible.
  if (!(middle.l > low && middle.l < high)) middle.l = (low + high) / 2;
  return middle.formatRgb();
}

/** A CSS gradient over a bar. @param isReversed from Clock to Pizza */
export function rampGradient(ramp: readonly string[], isReversed: boolean): string {
  const stops = ramp.filter((_, shade) => shade % 4 === 0);
  return `linear-gradient(to right, ${(isReversed ? stops.reverse() : stops).join(', ')})`;
}
