/** What the picture of the two gradients is fed with. */

/** An ideal algorithm that votes for c. */
export type IdealAlgorithm = 'clock' | 'pizza';

/** Two inputs and one possible answer on one circle. */
export interface GradientsData {
  readonly p: number;
  /** Frequency of the circle. */
  readonly k: number;
  readonly a: number;
  readonly b: number;
  /** Any answer, right or wrong: whose logit is asked about. */
  readonly c: number;
  readonly algorithm: IdealAlgorithm;
}

export interface GradientsOptions {
  /** A mark was moved. The figure shows the new place once it is updated with it. */
  readonly onChange: (a: number, b: number, c: number) => void;
}

export type MarkName = 'a' | 'b' | 'c';
