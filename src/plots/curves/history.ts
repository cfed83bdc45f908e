/** The run's history as every line figure receives it, and how to find a point in it. */

import { bisector } from 'd3';

/** One snapshot of a run. Missing values are null (or not finite) and leave a gap in the line. */
export interface HistoryPoint {
  readonly step: number;
  /** Mean cross-entropy over the training pairs, in nats. */
  readonly trainLoss: number | null;
  /** Mean cross-entropy over the pairs held out, in nats. */
  readonly testLoss: number | null;
  /** Fraction of the training pairs answered correctly, 0 to 1. */
  readonly trainAccuracy: number | null;
  /** Fraction of the held-out pairs answered correctly, 0 to 1. */
  readonly testAccuracy: number | null;
  /** Mean cosine between the gradients to both inputs, -1 to 1. */
  readonly gradientSymmetricity: number | null;
  /** q, the paper's distance irrelevance, 0 to 1. */
  readonly distanceIrrelevance: number | null;
}

/** A moment worth a mark: "fits", "generalises", a change of the verdict. */
export interface Milestone {
  readonly step: number;
  readonly label: string;
}

/** Everything a line figure draws. */
export interface RunHistory {
  /** The step at which the run is configured to end. */
  readonly steps: number;
  /** Snapshots in order of their step. */
  readonly points: readonly HistoryPoint[];
  /** The step that the other pictures show; null follows the newest one. */
  readonly cursorStep: number | null;
  /** True for a run that was trained before: its newest step is its end, not the present. */
  readonly isOver?: boolean;
  /** Where their names lack room on the timeline, earlier ones in this list keep theirs. */
  readonly milestones: readonly Milestone[];
}

/** What can be chosen for every line figure. */
export interface CurveOptions {
  /** Height of the whole figure in pixels, its line of text included. Default 190. */
  readonly height?: number;
}

/** True for a value that can be drawn: neither missing nor NaN nor infinite. */
export function isValue(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

const byStep = bisector((point: { readonly step: number }) => point.step);

/**
 * The point whose step is nearest to a step.
 * @param points in order of their step
 * @returns its index, or -1 when there are no points
 */
export function nearestPointIndex(
  points: readonly { readonly step: number }[],
  step: number,
): number {
  return points.length === 0 ? -1 : byStep.center(points, step);
}

/** Index of the point that the pictures show: the cursor's, else the newest; -1 without points. */
export function shownPointIndex(history: RunHistory): number {
  return history.cursorStep === null
    ? history.points.length - 1
    : nearestPointIndex(history.points, history.cursorStep);
}

/** The newest step of the history, 0 before the first snapshot. */
export function newestStep(history: RunHistory): number {
  return history.points.at(-1)?.step ?? 0;
}
