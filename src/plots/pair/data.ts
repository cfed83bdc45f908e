/** What the pair inspector is fed with. */

/** What a circle computes when it is alone; 'none' where no formula fits it. */
export type PairVerdict = 'pizza' | 'clock' | 'accompanying' | 'none';

/** One circle of the network, and what it says about the pair. */
export interface PairCircle {
  /** Frequency in the embedding. */
  readonly k: number;
  readonly verdict: PairVerdict;
  /** Frequency of the circle whose weak spot it repairs, if it repairs one. */
  readonly accompanies: number | null;
  /**
   * x, y of residue t at 2t and 2t + 1, length 2p, in any length unit; residue t sits near angle
   * 2πkt/p, counterclockwise.
   */
  readonly points: Float32Array;
  /** Logits of this circle alone for the pair, length p; null while they are being computed. */
  readonly logits: Float32Array | null;
}

/** One pair of inputs on its way through the network. No circles: nothing to look into yet. */
export interface PairData {
  readonly p: number;
  readonly a: number;
  readonly b: number;
  /** Frequencies that are switched on; the other circles are faded and called "off". */
  readonly kept: readonly number[];
  readonly circles: readonly PairCircle[];
  /**
   * Sum over the kept circles of their isolated logits, each about its mean, length p; null while
   * it is being computed.
   */
  readonly sum: Float32Array | null;
  /** The whole network's logits for the pair, length p; null while they are being computed. */
  readonly full: Float32Array | null;
}

export interface PairOptions {
  /** A hand was moved. The figure shows the new pair once it is updated with it. */
  readonly onChangePair: (a: number, b: number) => void;
}
