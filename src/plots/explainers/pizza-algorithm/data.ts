/** What the picture of the Pizza algorithm is fed with. */

/** One sum on one circle. */
export interface PizzaAlgorithmData {
  readonly p: number;
  /** Frequency of the circle. */
  readonly k: number;
  readonly a: number;
  readonly b: number;
  /** Whether the midpoint's side of the centre is forgotten, as ReLU makes a Pizza network do. */
  readonly absolute: boolean;
  /** Whether the circle of frequency 2k helps. */
  readonly accompanied: boolean;
}

export interface PizzaAlgorithmOptions {
  /** A point was moved. The figure shows the new pair once it is updated with it. */
  readonly onChange: (a: number, b: number) => void;
}

/** The two inputs. */
export type InputName = 'a' | 'b';
