/** Where everything lies in an engine's memory: decided once, before the memory exists. */
import type { Pointer } from './kernels.ts';

/** Cache lines: neighbours of different threads must not share one. */
const alignment = 64;

/** Hands out addresses, one after the other. Address 0 stays free to mean "none". */
export class Layout {
  private end = 1024;

  /** Room for so many 32-bit numbers, zero at first. */
  allocate(numbers: number): Pointer {
    const pointer = this.end;
    this.end += Math.ceil((4 * numbers) / alignment) * alignment;
    return pointer;
  }

  /** Room for a matrix. Its rows may be longer than its columns say. */
  matrix(rows: number, columns: number, stride = columns): Matrix {
    return { pointer: this.allocate(rows * stride), rows, columns, stride };
  }

  /** Bytes to provide: kernels may read a few numbers beyond the last matrix. */
  get bytes(): number {
    return this.end + alignment;
  }
}

/** Rows of numbers in the memory. */
export interface Matrix {
  readonly pointer: Pointer;
  readonly rows: number;
  readonly columns: number;
  /** Numbers from one row to the next. */
  readonly stride: number;
}

/** Some neighbouring columns of a matrix. */
export function columnsOf(matrix: Matrix, start: number, columns: number): Matrix {
  return { ...matrix, pointer: matrix.pointer + 4 * start, columns };
}

/** Some neighbouring rows of a matrix. */
export function rowsOf(matrix: Matrix, start: number, rows: number): Matrix {
  return { ...matrix, pointer: matrix.pointer + 4 * start * matrix.stride, rows };
}

/** A length that vectors of four fill completely. */
export function wholeVectors(length: number): number {
  return (length + 3) & ~3;
}
