/** Which runs count in the map's numbers, and why the others do not. */
import type { MapRun } from './map-run.ts';

/** Which runs count: all, those the paper calls circular, or those with a round main plane. */
export type CircularFilter = 'all' | 'paper' | 'round';

/** On which logit q is computed: the correct one (paper), or the largest wrong one (authors' table). */
export type IrrelevanceForm = 'correct' | 'wrong';

/** Why a run does not count, without its numbers. */
export type ExclusionKind =
  | 'diverged'
  | 'below 100 % accuracy'
  | 'not circular'
  | 'no round plane'
  | 'roundness not known'
  | 'not measured';

/** A kind, where it helps with the run's own number. */
export type Exclusion = ExclusionKind | `not circular (${string})`;

/** Accuracies are counts divided by counts: this much below 1 is rounding. */
const allRight = 1 - 1e-9;

/**
 * "counted", or the first reason that holds against a run. An accuracy, or under the paper's filter a
 * circularity, that nobody knows is "not measured", and so are a missing GS and a missing q of the
 * chosen form.
 */
export function standingOf(
  run: MapRun,
  filter: CircularFilter,
  form: IrrelevanceForm,
): 'counted' | Exclusion {
  const { trainAccuracy, testAccuracy } = run;
  if (run.diverged) return 'diverged';
  if (trainAccuracy < allRight || testAccuracy < allRight) return 'below 100 % accuracy';
  if (filter === 'paper' && !run.isCircular) {
    if (Number.isNaN(run.circularity)) return 'not measured';
    return `not circular (${roundedDown(run.circularity)}, below 0.995)`;
  }
  if (filter === 'round' && run.hasRoundPlane !== true) {
    return run.hasRoundPlane === null ? 'roundness not known' : 'no round plane';
  }
  const needed = [trainAccuracy, testAccuracy, run.gradientSymmetricity, irrelevanceOf(run, form)];
  return needed.every(Number.isFinite) ? 'counted' : 'not measured';
}

/** q of the chosen form. */
export function irrelevanceOf(run: MapRun, form: IrrelevanceForm): number {
  return form === 'correct' ? run.distanceIrrelevance : run.distanceIrrelevanceWrongLogit;
}

/** A reason without the numbers of the run: the same for all runs left out for it. */
export function exclusionKind(exclusion: Exclusion): ExclusionKind {
  return exclusion.startsWith('not circular') ? 'not circular' : (exclusion as ExclusionKind);
}

/** 0.9949 must not read as the 0.995 it falls short of. */
function roundedDown(circularity: number): string {
  const digits = circularity < 0.99 ? 2 : 4;
  const steps = 10 ** digits;
  return (Math.floor(circularity * steps + 1e-9) / steps).toFixed(digits);
}
