/** Matrix products as data: what is multiplied, where the result goes and what happens on the way. */
import type { Matrix } from './arena.ts';
import { jobWords, type segmentWords, slopeKinds } from './kernels/grouped-product.ts';
import { operandWords } from './kernels/matrix-blocks.ts';
import { nothing } from './kernels/prelude.ts';

/** A matrix as a product reads it. */
export interface Operand {
  readonly matrix: Matrix;
  /** Read the other way round. */
  readonly transposed?: boolean;
  /** A row vector whose entry i is added to row i of the matrix as it is stored. */
  readonly addend?: Matrix;
}

/** One product of the sum that a job computes. */
export interface Segment {
  readonly left: Operand;
  readonly right: Operand;
}

/** Rows of a table that belong to rows of a result: row (i / divisor) mod modulus. */
export interface RowChoice {
  readonly divisor: number;
  readonly modulus: number;
}

/** A table that is added to a result, row by row. */
export interface AddedTable {
  readonly table: Matrix;
  readonly choice?: RowChoice;
}

/** output = scale·Σ left·right, with what is added to it, masked or bent, in the order below. */
export interface ProductJob {
  readonly segments: readonly Segment[];
  readonly output: Matrix;
  readonly scale?: number;
  /** Parts of the inner dimension, summed apart: part i goes `splitStride` floats behind part i − 1. */
  readonly splits?: { readonly length: number; readonly count: number; readonly stride: number };
  /** Row sums of the left operand times a matrix, entry by entry. */
  readonly rowSums?: { readonly matrix: Matrix; readonly scale: number };
  readonly bias?: { readonly row: Matrix; readonly scale?: number };
  readonly added?: AddedTable;
  readonly alsoAdded?: AddedTable;
  /**
   * Slopes of the hidden layer: where its result is not zero (`fromResult`), or as numbers to be
   * multiplied with (`read`) or to be kept (`written`).
   */
  readonly slopes?: { readonly matrix: Matrix; readonly kind: 'fromResult' | 'read' | 'written' };
  readonly bends?: boolean;
  /** Adds to what is there. */
  readonly accumulates?: boolean;
}

/** A job out of pairs of factors. */
export function product(
  output: Matrix,
  ...factors: readonly (readonly [left: Operand, right: Operand])[]
): ProductJob {
  return { output, segments: factors.map(([left, right]) => ({ left, right })) };
}

/** A matrix read as it stands. */
export function plain(matrix: Matrix): Operand {
  return { matrix };
}

/** A matrix read the other way round. */
export function transposed(matrix: Matrix): Operand {
  return { matrix, transposed: true };
}

/** Inner length of a segment, checked. */
function innerLength({ left, right }: Segment): number {
  const inner = left.transposed ? left.matrix.rows : left.matrix.columns;
  const other = right.transposed ? right.matrix.columns : right.matrix.rows;
  if (inner !== other) throw new RangeError(`A product of ${inner} with ${other} entries.`);
  return inner;
}

/** Multiplications that one result of a job takes, for putting long ones first. */
export function innerWork({ segments, splits }: ProductJob): number {
  const total = segments.reduce((sum, segment) => sum + innerLength(segment), 0);
  return splits === undefined ? total : Math.min(total, splits.length * segments.length);
}

/** A job's words, in the order the kernel knows. */
export function encodeJob(job: ProductJob): number[] {
  const { output, splits, rowSums, bias, added, alsoAdded, slopes, segments } = job;
  const group = (value: number | undefined) => (value === undefined ? nothing : value / 4);
  const words: Record<(typeof jobWords)[number], number> = {
    segments: segments.length,
    rows: output.rows,
    columns: output.columns,
    output: output.offset / 4,
    outputStride: output.stride / 4,
    splitLength: splits?.length ?? 0x7fffffff,
    splitStride: (splits?.stride ?? 0) / 4,
    scale: floatBits(job.scale ?? 1),
    bias: group(bias?.row.offset),
    biasScale: floatBits(bias?.scale ?? 1),
    added: group(added?.table.offset),
    addedStride: (added?.table.stride ?? 0) / 4,
    addedDivisor: added?.choice?.divisor ?? 1,
    addedModulus: added?.choice?.modulus ?? nothing,
    alsoAdded: group(alsoAdded?.table.offset),
    alsoAddedStride: (alsoAdded?.table.stride ?? 0) / 4,
    alsoAddedDivisor: alsoAdded?.choice?.divisor ?? 1,
    alsoAddedModulus: alsoAdded?.choice?.modulus ?? nothing,
    bends: job.bends ? 1 : 0,
    slopes: (slopes?.matrix.offset ?? 0) / 4,
    slopesStride: (slopes?.matrix.stride ?? 0) / 4,
    slopesKind: slopeKinds[slopes?.kind ?? 'none'],
    accumulates: job.accumulates ? 1 : 0,
    rowSums: group(rowSums?.matrix.offset),
    rowSumsStride: (rowSums?.matrix.stride ?? 0) / 4,
    rowSumsScale: floatBits(rowSums?.scale ?? 0),
  };
  return [...jobWords.map((word) => words[word]), ...segments.flatMap(encodeSegment)];
}

/** A segment's words; there are `segmentWords` of them. */
export function encodeSegment(segment: Segment): number[] & { length: typeof segmentWords } {
  return [
    innerLength(segment),
    ...encodeOperand(segment.left, segment.left.transposed === true),
    ...encodeOperand(segment.right, segment.right.transposed !== true),
  ] as number[] & { length: typeof segmentWords };
}

/** An operand's words. `innerRows`: whether its rows as stored run along the inner dimension. */
export function encodeOperand({ matrix, addend }: Operand, innerRows: boolean): number[] {
  const { offset, stride, rows, columns } = matrix;
  const words = [offset / 4, stride / 4, rows, columns, innerRows ? 1 : 0];
  const all = [...words, addend === undefined ? nothing : addend.offset];
  if (all.length !== operandWords || all.some((word) => !Number.isInteger(word))) {
    throw new RangeError(`An operand does not begin at a multiple of four: ${all.join(', ')}.`);
  }
  return all;
}

/** The bits of a float32 as an unsigned integer. */
export function floatBits(value: number): number {
  return new Uint32Array(Float32Array.of(value).buffer)[0] as number;
}
