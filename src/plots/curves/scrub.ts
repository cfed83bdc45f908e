/** Rules of the scrubber, apart from its drawing: where it snaps, what keys do, what it says. */

import { nearestPointIndex, newestStep, type RunHistory, shownPointIndex } from './history.ts';
import { formatStep } from './number-text.ts';
import { words } from './timeline-words.ts';

/** Within this many pixels of the newest step a drag means "follow live". */
const liveReach = 4;

const strides: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/**
 * Step that a key leads to; null follows the newest step.
 * @returns undefined for keys that mean nothing here
 */
export function stepAfterKey(history: RunHistory, key: string): number | null | undefined {
  const stride = strides[key];
  if (stride === undefined) return undefined;
  const last = history.points.length - 1;
  const next = Math.max(0, shownPointIndex(history) + stride);
  return next >= last ? null : (history.points[next]?.step ?? null);
}

/**
 * Step that a drag leads to: the nearest snapshot, or null at the end of what is trained.
 * @param position in pixels from step 0
 * @param stepsPerPixel scale of the track
 */
export function stepAtPosition(
  history: RunHistory,
  position: number,
  stepsPerPixel: number,
): number | null {
  const newest = newestStep(history);
  if (position >= newest / stepsPerPixel - liveReach) return null;
  const index = nearestPointIndex(history.points, position * stepsPerPixel);
  return index >= history.points.length - 1 ? null : (history.points[index]?.step ?? null);
}

/** What a screen reader says of the slider: "step 500 of 4,000, generalises". */
export function scrubText(history: RunHistory): string {
  const shown = history.points[shownPointIndex(history)];
  if (shown === undefined) return words('noSteps');
  const position = words(history.cursorStep === null ? 'livePosition' : 'position', {
    step: formatStep(shown.step),
    total: formatStep(Math.max(history.steps, shown.step)),
  });
  return history.milestones
    .filter(({ step }) => history.points[nearestPointIndex(history.points, step)] === shown)
    .reduce((text, { label }) => words('andMark', { position: text, mark: label }), position);
}
