/** Which moments of a timeline a saved run has. */
import type { Timeline } from '../timeline.ts';

/** At most so many: enough for smooth curves, few enough to send by mail. */
const mostMoments = 120;

/** Evenly many of all parts of the timeline; always the first, the last and the one that is shown. */
export function keptMoments(timeline: Timeline, shownStep: number, most = mostMoments): Timeline {
  if (timeline.length <= most) return timeline;
  // One place is left for the moment that is shown.
  const places = most - 2;
  const kept = new Set(
    Array.from({ length: most - 1 }, (_, index) =>
      Math.round((index * (timeline.length - 1)) / places),
    ),
  );
  return timeline.filter(({ result }, index) => kept.has(index) || result.step === shownStep);
}
