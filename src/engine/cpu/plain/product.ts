/** Matrix products in plain code, with sums in float64: faster than rounding every term. */
import type { CpuKernels, Numbers } from '../kernels.ts';
import { sumTile, tileColumns, tileRows } from './tiles.ts';

/** The product kernels on a memory. */
export function plainProducts(
  numbers: Numbers,
): Pick<CpuKernels, 'packColumns' | 'product' | 'productOverRows'> {
  let left = new Float64Array(0);
  let right = new Float64Array(0);
  const sums = new Float64Array(tileRows * tileColumns);

  /** Panels of eight columns, the last one four wide when no more are left. */
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
          const value = column + lane < columns ? numbers[from + lane * columnStride] : 0;
          numbers[to++] = value as number;
        }
      }
    }
  }

  const product: CpuKernels['product'] = (
    rows,
    columns,
    depth,
    a,
    aStride,
    packed,
    c,
    cStride,
    adds,
  ) => {
    copyLeft(rows, depth, a >> 2, aStride, 1);
    for (let column = 0; column < columns; column += tileColumns) {
      const panel = column & ~7;
      const width = panelWidth(columns, panel);
      copyRight(depth, (packed >> 2) + panel * depth + (column - panel), width, tileColumns);
      multiplyColumns(rows, columns, depth, column, c >> 2, cStride, adds);
    }
  };

  const productOverRows: CpuKernels['productOverRows'] = (
    rows,
    columns,
    depth,
    a,
    aStride,
    b,
    bStride,
    c,
    cStride,
    adds,
  ) => {
    copyLeft(rows, depth, a >> 2, 1, aStride);
    for (let column = 0; column < columns; column += tileColumns) {
      copyRight(depth, (b >> 2) + column, bStride, columns - column);
      multiplyColumns(rows, columns, depth, column, c >> 2, cStride, adds);
    }
  };

  /** All rows, three at a time, interleaved. Missing rows are zero. */
  function copyLeft(
    rows: number,
    depth: number,
    start: number,
    rowStride: number,
    step: number,
  ): void {
    const size = Math.ceil(rows / tileRows) * tileRows * depth;
    if (left.length < size) left = new Float64Array(size);
    for (let row = 0; row < Math.ceil(rows / tileRows) * tileRows; row++) {
      const lane = row % tileRows;
      let to = (row - lane) * depth + lane;
      let from = start + row * rowStride;
      for (let k = 0; k < depth; k++) {
        left[to] = row < rows ? (numbers[from] as number) : 0;
        to += tileRows;
        from += step;
      }
    }
  }

  /** Four columns, interleaved. Missing columns are zero. */
  function copyRight(depth: number, start: number, stride: number, columns: number): void {
    if (right.length < tileColumns * depth) right = new Float64Array(tileColumns * depth);
    let to = 0;
    let from = start;
    for (let k = 0; k < depth; k++) {
      for (let lane = 0; lane < tileColumns; lane++) {
        right[to++] = lane < columns ? (numbers[from + lane] as number) : 0;
      }
      from += stride;
    }
  }

  function multiplyColumns(
    rows: number,
    columns: number,
    depth: number,
    column: number,
    c: number,
    cStride: number,
    adds: boolean,
  ): void {
    const width = Math.min(tileColumns, columns - column);
    for (let row = 0; row < rows; row += tileRows) {
      sumTile(left, row * depth, right, depth, sums);
      for (let i = 0; i < Math.min(tileRows, rows - row); i++) {
        const target = c + (row + i) * cStride + column;
        for (let j = 0; j < width; j++) {
          const sum = sums[tileColumns * i + j] as number;
          numbers[target + j] = adds ? (numbers[target + j] as number) + sum : sum;
        }
      }
    }
  }

  return { packColumns, product, productOverRows };
}

/** Columns of the panel that begins at `column`. */
function panelWidth(columns: number, column: number): number {
  return columns - column <= 4 ? 4 : 8;
}
