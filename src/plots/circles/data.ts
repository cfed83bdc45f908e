/** What the circles figure is fed with. */

/** One frequency plane of the token embedding. */
export interface CirclePlane {
  /** Frequency, 1 … ⌊p/2⌋. */
  readonly k: number;
  /** Share of the embedding's centred power, 0 … 1. */
  readonly powerFraction: number;
  /** Smaller singular value over the larger one: 1 is a round circle, 0 a line. */
  readonly axisRatio: number;
  /**
   * x, y of residue t at 2t and 2t + 1, length 2p, in one length unit for all planes; residue t
   * sits near angle 2πkt/p, counterclockwise.
   */
  readonly points: Float32Array;
  /** Greatest common divisor of k and p; above 1 the circle has only p / sharedFactor places. */
  readonly sharedFactor: number;
  /** True for k = p/2, which has a cosine and no sine. */
  readonly degenerate?: boolean;
}

/** Circles drawn true to their amplitude, or each as large as its panel allows. */
export type ScaleMode = 'amplitude' | 'equal';

/** One snapshot of all planes. No planes: nothing has been trained yet. */
export interface CirclesData {
  readonly p: number;
  readonly step: number;
  /** All frequencies, in any order. */
  readonly planes: readonly CirclePlane[];
  /** While paused the panels are put in order of power; while running they keep their places. */
  readonly paused: boolean;
  /** How many of the strongest planes to show. */
  readonly count?: number;
  readonly scaleMode?: ScaleMode;
  /** What is said where there are no planes, in place of the invitation. */
  readonly absence?: string | undefined;
}

/** Starting values, used where a snapshot names none. */
export interface CirclesOptions {
  /** What stands there before there are circles. */
  readonly invitation?: string;
  /** Default 6. */
  readonly count?: number;
  /** Default 'amplitude'. */
  readonly scaleMode?: ScaleMode;
}
