/** How loudly a plane is shown, by the power it carries. */

/** Drawn in full, drawn faded, or folded away to a line of text. */
export type Presence = 'full' | 'faded' | 'folded';

const FADED_BELOW = 0.02;
const FOLDED_BELOW = 0.01;

/** A plane close to a limit would flicker: one that is shown must fall a little further. */
const GRACE = 0.9;

/**
 * Presence of a plane. A plane with at least half the power of the strongest one is always drawn
 * in full: before training, and for large p, every plane carries only a per cent or two.
 *
 * @param previous the same plane's presence in the snapshot before, if it was shown
 */
export function planePresence(
  powerFraction: number,
  strongestFraction: number,
  previous: Presence | undefined,
): Presence {
  if (powerFraction >= strongestFraction / 2) return 'full';
  const isDrawn = previous === 'full' || previous === 'faded';
  if (powerFraction < FOLDED_BELOW * (isDrawn ? GRACE : 1)) return 'folded';
  return powerFraction < FADED_BELOW * (previous === 'full' ? GRACE : 1) ? 'faded' : 'full';
}
