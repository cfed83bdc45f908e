/** What one circle does, judged by its logits alone (SCIENCE section 4). */

/** Which formula a circle's isolated logits follow. */
export type CircleVerdictKind = 'pizza' | 'clock' | 'accompanying' | 'none';

/** Share of variance above which a circle counts as an accompanying one. */
export const accompanyingThreshold = 0.9;
/** A formula explains nothing unless it correlates by more than one half: 2ρ − 1 > 0. */
export const explainsSomething = 0;

/** The explained variances a verdict rests on. */
export interface CircleEvidence {
  readonly fveClock: number;
  readonly fvePizza: number;
  /** NaN where the circle can accompany no other. */
  readonly fveAccompanying: number;
}

/**
 * Accompanying above 0.9, else Pizza or Clock, whichever formula fits better. Where neither
 * correlates by more than one half with the logits there is no verdict: the better of two
 * descriptions that describe nothing is not an algorithm.
 */
export function judgeCircle({
  fveClock,
  fvePizza,
  fveAccompanying,
}: CircleEvidence): CircleVerdictKind {
  if (fveAccompanying > accompanyingThreshold) return 'accompanying';
  if (!(Math.max(fveClock, fvePizza) > explainsSomething)) return 'none';
  return fvePizza > fveClock ? 'pizza' : 'clock';
}
