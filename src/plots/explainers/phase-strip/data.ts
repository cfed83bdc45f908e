/** What the strip of runs is fed with. */

/** One trained network. */
export interface PhaseRun {
  /** Attention rate, 0 … 1. */
  readonly attention: number;
  readonly width: number;
  readonly seed: number;
  /** Gradient symmetricity, −1 … 1; null where it could not be measured. */
  readonly symmetricity: number | null;
  /** Distance irrelevance, 0 … 1; null where it could not be measured. */
  readonly irrelevance: number | null;
  /** "pizza", "clock", or anything else for neither. */
  readonly verdict: string;
  /** Whether its embedding is circular. */
  readonly circular: boolean;
  /** Whether it answers pairs it never saw. */
  readonly learned: boolean;
}

export type PhaseMeasure = 'irrelevance' | 'symmetricity';

export interface PhaseStripData {
  readonly runs: readonly PhaseRun[];
  readonly measure: PhaseMeasure;
  /** Index of the picked run. */
  readonly picked: number | null;
}

export interface PhaseStripOptions {
  /** A run was picked. It shows as picked once the figure is updated with it. */
  readonly onPick: (index: number) => void;
}

/** How a run is drawn: disc, square, or diamond. */
export type RunKind = 'pizza' | 'clock' | 'neither';

export function kindOf({ verdict }: PhaseRun): RunKind {
  return verdict === 'pizza' || verdict === 'clock' ? verdict : 'neither';
}

/** The measured value; null for a run that has no place on the axis. */
export function measuredValue(run: PhaseRun, measure: PhaseMeasure): number | null {
  const value = run[measure];
  return run.learned && value !== null && Number.isFinite(value) ? value : null;
}
