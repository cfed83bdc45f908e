/**
 * Where everything a network needs lies in the one buffer its kernels share. Offsets and strides are
 * in floats and multiples of four, so that kernels can move four numbers at a time.
 */

/**
 * A matrix in the arena, row after row. Rows are `stride` floats apart; what lies between `columns`
 * and `stride` is zero and stays zero, because every kernel turns zeros into zeros there.
 */
export interface Matrix {
  readonly offset: number;
  readonly rows: number;
  readonly columns: number;
  readonly stride: number;
}

/** The next multiple of four. */
export function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

/** Hands out places in the arena, one after the other. */
export class ArenaLayout {
  private end = 0;

  /** Floats handed out so far; every network of a batch has as many, 256 bytes aligned. */
  get size(): number {
    return Math.ceil(this.end / 64) * 64;
  }

  /** A matrix of its own. */
  matrix(rows: number, columns: number): Matrix {
    const stride = padded(columns);
    const offset = this.end;
    this.end += rows * stride;
    return { offset, rows, columns, stride };
  }

  /** `count` equal matrices, one directly after the other. */
  matrices(count: number, rows: number, columns: number): Matrix[] {
    return Array.from({ length: count }, () => this.matrix(rows, columns));
  }
}

/** Some rows of a matrix. */
export function rowsOf(matrix: Matrix, start: number, rows: number): Matrix {
  return { ...matrix, offset: matrix.offset + start * matrix.stride, rows };
}

/** Some columns of a matrix; `start` is a multiple of four. */
export function columnsOf(matrix: Matrix, start: number, columns: number): Matrix {
  return { ...matrix, offset: matrix.offset + start, columns };
}

/** Matrices that lie directly one after the other, as one. */
export function stacked(matrices: readonly Matrix[]): Matrix {
  const [first] = matrices as [Matrix, ...Matrix[]];
  return { ...first, rows: matrices.reduce((rows, matrix) => rows + matrix.rows, 0) };
}

/** Values of a matrix out of a copy of the arena, without what lies between its rows. */
export function packedValues(
  values: Float32Array,
  { rows, columns, stride }: Matrix,
): Float32Array {
  const packed = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    packed.set(values.subarray(row * stride, row * stride + columns), row * columns);
  }
  return packed;
}
