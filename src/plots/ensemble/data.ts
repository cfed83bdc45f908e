/** What the ensemble figure is fed with. */

/** What a circle computes when it is alone; 'none' where no formula fits it. */
export type CircleVerdict = 'pizza' | 'clock' | 'accompanying' | 'none';

/** One circle of a network. */
export interface EnsembleCircle {
  /** Frequency in the embedding. */
  readonly k: number;
  /** Share of the embedding's power, 0 … 1. */
  readonly powerFraction: number;
  /** Smaller singular value over the larger one: 1 is a round circle, 0 a line. */
  readonly axisRatio: number;
  readonly verdict: CircleVerdict;
  /** False when it is switched off. */
  readonly kept: boolean;
  /** Frequency of the circle whose weak spot it repairs, if it repairs one. */
  readonly accompanies: number | null;
}

/** The circles, in any order. None: nothing has been analysed yet. */
export interface EnsembleData {
  readonly circles: readonly EnsembleCircle[];
}

export interface EnsembleOptions {
  /** A circle was pressed: switch it off, or on again. */
  readonly onToggle: (k: number) => void;
  /** The circle under the pointer or the keyboard's focus, null when there is none. */
  readonly onHover?: (k: number | null) => void;
}
