/** What the figure of accuracy with the strongest circles only is fed with. */

/** Accuracy over all pairs with some circles kept and the others removed. */
export interface KeepingEntry {
  /** Frequencies of the kept circles, from the strongest on. */
  readonly kept: readonly number[];
  /** Fraction of all p² pairs whose largest logit is the right one. */
  readonly accuracy: number;
}

/** Entries by number of kept circles. None: nothing has been analysed yet. */
export interface KeepingTopData {
  readonly p: number;
  readonly entries: readonly KeepingEntry[];
}

export interface KeepingTopOptions {
  /** A dot was pressed: keep so many of the strongest circles. */
  readonly onPick: (count: number) => void;
}
