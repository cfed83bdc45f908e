/**
 * The inner loop of plain products: sums of 3 × 4 results, as many as processors hold in registers.
 * Both factors are copied to float64 first, in the order in which they are read: converting and
 * striding inside the loop would take twice its time.
 */

/** Rows of a tile. */
export const tileRows = 3;
/** Columns of a tile. */
export const tileColumns = 4;

/**
 * out[4·i + j] = Σ_k left[3·k + i]·right[4·k + j].
 *
 * @param left 3 rows interleaved, from `leftStart`
 * @param right 4 columns interleaved
 */
export function sumTile(
  left: Float64Array,
  leftStart: number,
  right: Float64Array,
  depth: number,
  out: Float64Array,
): void {
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  let s20 = 0;
  let s21 = 0;
  let s22 = 0;
  let s23 = 0;
  let a = leftStart;
  for (let b = 0; b < 4 * depth; b += 4) {
    const x0 = left[a] as number;
    const x1 = left[a + 1] as number;
    const x2 = left[a + 2] as number;
    const y0 = right[b] as number;
    const y1 = right[b + 1] as number;
    const y2 = right[b + 2] as number;
    const y3 = right[b + 3] as number;
    s00 += x0 * y0;
    s01 += x0 * y1;
    s02 += x0 * y2;
    s03 += x0 * y3;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s12 += x1 * y2;
    s13 += x1 * y3;
    s20 += x2 * y0;
    s21 += x2 * y1;
    s22 += x2 * y2;
    s23 += x2 * y3;
    a += 3;
  }
  out[0] = s00;
  out[1] = s01;
  out[2] = s02;
  out[3] = s03;
  out[4] = s10;
  out[5] = s11;
  out[6] = s12;
  out[7] = s13;
  out[8] = s20;
  out[9] = s21;
  out[10] = s22;
  out[11] = s23;
}
