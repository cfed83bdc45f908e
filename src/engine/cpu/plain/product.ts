/**
 * Matrix products in plain code. Sums are kept in float64: JavaScript's own precision is faster than
 * rounding every term. Tiles of three rows and four columns are what processors hold in registers.
 */
import type { CpuKernels, Numbers } from '../kernels.ts';

/** Columns of the panel that begins at `column`. */
export function panelWidth(columns: number, column: number): number {
  return columns - column <= 4 ? 4 : 8;
}

/** The product kernels on a memory. */
export function plainProducts(
  numbers: Numbers,
): Pick<CpuKernels, 'packColumns' | 'product' | 'productOverRows'> {
  const at = (index: number): number => numbers[index] as number;

  function packColumns(
    depth: number,
    columns: number,
    source: number,
    rowStride: number,
    columnStride: number,
    target: number,
  ): void {
    let to = target >> 2;
    for (let column = 0; column < columns; column += 8) {
      const width = panelWidth(columns, column);
      for (let k = 0; k < depth; k++) {
        const from = (source >> 2) + k * rowStride + column * columnStride;
        for (let lane = 0; lane < width; lane++) {
          numbers[to++] = column + lane < columns ? at(from + lane * columnStride) : 0;
        }
      }
    }
  }

  function product(
    rows: number,
    columns: number,
    depth: number,
    a: number,
    aStride: number,
    packed: number,
    c: number,
    cStride: number,
    adds: boolean,
  ): void {
    let panel = packed >> 2;
    for (let column = 0; column < columns; ) {
      const width = panelWidth(columns, column);
      for (let half = 0; half < width; half += 4) {
        for (let row = 0; row < rows; row += 3) {
          tile(
            Math.min(3, rows - row),
            Math.min(4, columns - column - half),
            depth,
            (a >> 2) + row * aStride,
            Math.min(aStride, (rows - 1 - row) * aStride),
            Math.min(2 * aStride, (rows - 1 - row) * aStride),
            1,
            panel + half,
            width,
            (c >> 2) + row * cStride + column + half,
            cStride,
            adds,
          );
        }
      }
      panel += depth * width;
      column += width;
    }
  }

  function productOverRows(
    rows: number,
    columns: number,
    depth: number,
    a: number,
    aStride: number,
    b: number,
    bStride: number,
    c: number,
    cStride: number,
    adds: boolean,
  ): void {
    for (let column = 0; column < columns; column += 4) {
      for (let row = 0; row < rows; row += 3) {
        tile(
          Math.min(3, rows - row),
          Math.min(4, columns - column),
          depth,
          (a >> 2) + row,
          Math.min(1, rows - 1 - row),
          Math.min(2, rows - 1 - row),
          aStride,
          (b >> 2) + column,
          bStride,
          (c >> 2) + row * cStride + column,
          cStride,
          adds,
        );
      }
    }
  }

  /** Up to 3 × 4 results: offsets lead to the second and third row, steps to the next terms. */
  function tile(
    rows: number,
    columns: number,
    depth: number,
    a: number,
    second: number,
    third: number,
    aStep: number,
    b: number,
    bStep: number,
    c: number,
    cStride: number,
    adds: boolean,
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
    for (let k = 0; k < depth; k++) {
      const b0 = numbers[b] as number;
      const b1 = numbers[b + 1] as number;
      const b2 = numbers[b + 2] as number;
      const b3 = numbers[b + 3] as number;
      const x0 = numbers[a] as number;
      const x1 = numbers[a + second] as number;
      const x2 = numbers[a + third] as number;
      s00 += x0 * b0;
      s01 += x0 * b1;
      s02 += x0 * b2;
      s03 += x0 * b3;
      s10 += x1 * b0;
      s11 += x1 * b1;
      s12 += x1 * b2;
      s13 += x1 * b3;
      s20 += x2 * b0;
      s21 += x2 * b1;
      s22 += x2 * b2;
      s23 += x2 * b3;
      a += aStep;
      b += bStep;
    }
    settle(c, columns, s00, s01, s02, s03, adds);
    if (rows > 1) settle(c + cStride, columns, s10, s11, s12, s13, adds);
    if (rows > 2) settle(c + 2 * cStride, columns, s20, s21, s22, s23, adds);
  }

  function settle(
    c: number,
    columns: number,
    s0: number,
    s1: number,
    s2: number,
    s3: number,
    adds: boolean,
  ): void {
    numbers[c] = adds ? at(c) + s0 : s0;
    if (columns > 1) numbers[c + 1] = adds ? at(c + 1) + s1 : s1;
    if (columns > 2) numbers[c + 2] = adds ? at(c + 2) + s2 : s2;
    if (columns > 3) numbers[c + 3] = adds ? at(c + 3) + s3 : s3;
  }

  return { packColumns, product, productOverRows };
}
