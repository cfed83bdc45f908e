/** Fourier analysis over the residues 0 … p − 1. */

/** Highest frequency of a real signal on p residues: (p−1)/2 for odd p, p/2 for even p. */
export function highestFrequency(p: number): number {
  return Math.floor(p / 2);
}

/** Angle w_k·t = 2πkt/p, reduced before multiplying so that large products stay exact. */
export function residueAngle(k: number, t: number, p: number): number {
  return (2 * Math.PI * ((k * t) % p)) / p;
}

/** The two d-vectors of one frequency of a table with p rows. */
export interface FrequencyComponent {
  readonly k: number;
  /** Projection of the rows on √(2/p)·cos w_k t (√(1/p) for k = p/2), length d. */
  readonly cosine: Float64Array;
  /** Projection on √(2/p)·sin w_k t, length d; zero for k = p/2. */
  readonly sine: Float64Array;
}

/**
 * Cosine and sine components of every frequency k = 1 … ⌊p/2⌋. The basis functions are
 * orthonormal, so the squared lengths add up to the table's centred sum of squares.
 *
 * @param table p × width, row-major, row t belongs to residue t
 */
export function frequencyComponents(
  table: ArrayLike<number>,
  p: number,
  width: number,
): FrequencyComponent[] {
  return Array.from({ length: highestFrequency(p) }, (_, index) => {
    const k = index + 1;
    const scale = Math.sqrt((2 * k === p ? 1 : 2) / p);
    const cosine = new Float64Array(width);
    const sine = new Float64Array(width);
    for (let t = 0; t < p; t++) {
      const angle = residueAngle(k, t, p);
      const c = scale * Math.cos(angle);
      const s = 2 * k === p ? 0 : scale * Math.sin(angle);
      const row = t * width;
      for (let i = 0; i < width; i++) {
        const value = table[row + i] as number;
        cosine[i] = (cosine[i] as number) + c * value;
        sine[i] = (sine[i] as number) + s * value;
      }
    }
    return { k, cosine, sine };
  });
}
