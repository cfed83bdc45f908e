/** What the table of answers is fed with. */

/** Every pair of residues, and which of them the network is given. */
export interface TaskTableData {
  readonly p: number;
  /** The picked pair, both in 0 … p − 1. */
  readonly a: number;
  readonly b: number;
  /** Length p², 0 at a·p + b where the pair is held back. A changed mask is a new array. */
  readonly trainMask: ArrayLike<number>;
  /** Rows, columns and colours in the order of the numbers, or shuffled as mere names. */
  readonly colour: 'answers' | 'symbols';
  /** What is said of every answer, instead of whether the network is given it; then without legend. */
  readonly fate?: string;
}

export interface TaskTableOptions {
  /** A cell was picked. The figure shows it once it is updated with it. */
  readonly onPick: (a: number, b: number) => void;
}

/** True when the network is shown the answer of a pair. */
export function isGiven({ p, trainMask }: TaskTableData, a: number, b: number): boolean {
  return Boolean(trainMask[a * p + b]);
}
