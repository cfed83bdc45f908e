/** Products of whole matrices, which take care of packing. */
import type { CpuKernels, Pointer } from './kernels.ts';
import type { Layout, Matrix } from './layout.ts';

/** A right-hand factor arranged for the product kernel. */
export interface PackedMatrix {
  readonly pointer: Pointer;
  readonly depth: number;
  readonly columns: number;
}

/** Room that products need while they run. One for each thread. */
export interface Scratch {
  readonly packed: Pointer;
  readonly rows: Pointer;
}

/** @param largest cells of the largest matrix that is multiplied, with every side rounded up to 8 */
export function allocateScratch(layout: Layout, largest: number): Scratch {
  return { packed: layout.allocate(largest), rows: layout.allocate(largest) };
}

/** Cells of a matrix once it is packed, in either direction. */
export function packedCells(rows: number, columns: number): number {
  return (rows + 8) * (columns + 8);
}

/** Room for a packed matrix that is used again and again. */
export function allocatePacked(layout: Layout, depth: number, columns: number): PackedMatrix {
  return { pointer: layout.allocate(depth * (columns + 8)), depth, columns };
}

/** Matrix products with one kernel set and its scratch. */
export class Products {
  constructor(
    private readonly kernels: CpuKernels,
    private readonly scratch: Scratch,
  ) {}

  /** Arranges `source`, or its transpose, as a right-hand factor. */
  pack(source: Matrix, target: PackedMatrix, transposed = false): void {
    const { pointer, stride } = source;
    const { depth, columns } = target;
    if (transposed) this.kernels.packColumns(depth, columns, pointer, 1, stride, target.pointer);
    else this.kernels.packColumns(depth, columns, pointer, stride, 1, target.pointer);
  }

  /** c = a·b for a packed b. `adds`: c += a·b. */
  multiplyPacked(a: Matrix, b: PackedMatrix, c: Matrix, adds = false): void {
    this.kernels.product(
      a.rows,
      b.columns,
      b.depth,
      a.pointer,
      a.stride,
      b.pointer,
      c.pointer,
      c.stride,
      adds,
      this.scratch.rows,
    );
  }

  /** c = a·b. */
  multiply(a: Matrix, b: Matrix, c: Matrix, adds = false): void {
    const packed = { pointer: this.scratch.packed, depth: b.rows, columns: b.columns };
    this.pack(b, packed);
    this.multiplyPacked(a, packed, c, adds);
  }

  /** c = a·bᵀ. */
  multiplyByTransposed(a: Matrix, b: Matrix, c: Matrix, adds = false): void {
    const packed = { pointer: this.scratch.packed, depth: b.columns, columns: b.rows };
    this.pack(b, packed, true);
    this.multiplyPacked(a, packed, c, adds);
  }

  /** c = aᵀ·b: the form of weight gradients. */
  multiplyOverRows(a: Matrix, b: Matrix, c: Matrix, adds = false): void {
    this.kernels.productOverRows(
      a.columns,
      b.columns,
      a.rows,
      a.pointer,
      a.stride,
      b.pointer,
      b.stride,
      c.pointer,
      c.stride,
      adds,
      this.scratch.packed,
    );
  }
}
