/** What the spectrum figure is fed with. */

/** One frequency of the token embedding. */
export interface SpectrumFrequency {
  /** 1 … ⌊p/2⌋. */
  readonly k: number;
  /** Share of the embedding's centred power, 0 … 1. */
  readonly powerFraction: number;
  /** Smaller singular value over the larger one: 1 is a round circle, 0 a line. */
  readonly axisRatio: number;
  /** Greatest common divisor of k and p. */
  readonly sharedFactor: number;
}

/** All frequencies, in any order. None: nothing has been analysed yet. */
export interface SpectrumData {
  readonly p: number;
  readonly frequencies: readonly SpectrumFrequency[];
  /** Frequencies of the main circles. */
  readonly highlighted: readonly number[];
}
