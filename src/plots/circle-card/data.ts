/** What a circle's card is fed with. */

import type { SelectedPair } from '../heatmap.ts';

/** One circle of a network, alone. No points and no logits: nothing has been analysed yet. */
export interface CircleCardData {
  readonly p: number;
  /** Frequency in the embedding. */
  readonly k: number;
  /** The step δ to the next point of the circle, k·δ ≡ 1 (mod p); null where there is none. */
  readonly step: number | null;
  /** x, y of residue t at 2t and 2t + 1, length 2p. */
  readonly points: Float32Array;
  /** Logit of a + b mod p with this circle alone, length p², pair (a, b) at a·p + b. */
  readonly correctLogits: Float32Array;
  /** Fractions of the isolated logits' variance that the formulas explain, −1 … 1. */
  readonly fveClock: number;
  readonly fvePizza: number;
  readonly fveAccompanying: number;
  /** Frequency of the circle whose weak spot this one may repair. */
  readonly accompanies: number | null;
  readonly selectedPair: SelectedPair | null;
  /** What is known of it besides, for those who do not see it. */
  readonly facts?: CircleFacts;
}

/** Its power, its shape and what it computes. */
export interface CircleFacts {
  /** Share of the embedding's power, 0 … 1. */
  readonly powerFraction: number;
  /** Smaller singular value over the larger one. */
  readonly axisRatio: number;
  readonly verdict: 'pizza' | 'clock' | 'accompanying' | 'none';
}

export interface CircleCardOptions {
  /** A cell of the heatmap was clicked, or Enter pressed on it. */
  readonly onPickPair?: (a: number, b: number) => void;
}
