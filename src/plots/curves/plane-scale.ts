/**
 * The verdict plane's axis of gradient symmetricity. Pizza lives above 0.98, where a linear axis
 * has two percent of its width left; so positions follow a power of the distance to 1. One formula
 * over the whole axis keeps it honest: no break, no region with a scale of its own.
 */

/**
 * With this exponent 0.98…1 takes 32 % of the width, and everything up to 0.9 the left half.
 */
const exponent = 0.28;
const usualLow = -0.2;

/** Values worth a tick, the most important first, for when there is no room for all. */
export const symmetricityTicks: readonly number[] = [0.98, 1, 0, 0.9, 0.5, 0.999, 0.99, -0.5];

/** A scale from gradient symmetricity to pixels. */
export interface SymmetricityScale {
  /** Lower end of the axis; its upper end is 1. */
  readonly low: number;
  /** @returns pixels from the left, within the width also for values beyond the axis */
  position(symmetricity: number): number;
  /** @returns the gradient symmetricity at a position in pixels */
  value(position: number): number;
}

/**
 * Lower end of the axis: -0.2, or further down in tenths where the data need it.
 * @param lowest lowest gradient symmetricity to show
 */
export function symmetricityLow(lowest: number): number {
  return Math.max(-1, Math.min(usualLow, Math.floor(lowest * 10) / 10));
}

/**
 * @param low lower end of the axis, below 1
 * @param width in pixels
 */
export function createSymmetricityScale(low: number, width: number): SymmetricityScale {
  const span = 1 - low;
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  return {
    low,
    position: (symmetricity) => width * (1 - clamp((1 - symmetricity) / span) ** exponent),
    value: (position) => 1 - span * clamp(1 - position / width) ** (1 / exponent),
  };
}
