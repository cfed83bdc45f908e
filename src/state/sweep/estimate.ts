/** Roughly how long a sweep takes, before anything has been measured on the visitor's machine. */

import english from '../../messages/en/state/sweep/estimate.json';
import { createWords } from '../../messages/words.ts';
import type { RunConfiguration } from '../../model/configuration.ts';

const words = createWords('state/sweep/estimate', english);

/** Milliseconds a step of the paper's network takes one ordinary processor (README, "How fast"). */
const paperStep = 20;
/** How times grow with the modulus (README, "How fast": p = 13 to 113). */
const modulusPower = 2.1;
/** What attention and each further layer cost on top. */
const attentionShare = 0.35;
const layerShare = 5;

/**
 * Seconds on processors, all steps made. Good to a factor of two or three: it tells minutes from
 * hours.
 */
export function estimatedSeconds(runs: readonly RunConfiguration[], processors: number): number {
  const total = runs.reduce((sum, run) => {
    const size = (run.p / 59) ** modulusPower * ((run.width + 64) / 192);
    const attention = run.attentionRate > 0 ? 1 + attentionShare : 1;
    const depth = 1 + layerShare * (run.layers - 1);
    return sum + (run.steps * paperStep * size * attention * depth) / 1000;
  }, 0);
  return total / Math.max(1, Math.min(processors, runs.length));
}

/** As in "about 4 minutes". */
export function roughDuration(seconds: number): string {
  if (seconds < 50) return words('lessThanMinute');
  if (seconds < 90) return words('minute');
  if (seconds < 3300) return words('minutes', { minutes: Math.round(seconds / 60) });
  if (seconds < 5400) return words('hour');
  if (seconds < 72_000) return words('hours', { hours: Math.round(seconds / 3600) });
  return words('days');
}
