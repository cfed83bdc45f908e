/**
 * The last product, by far the largest of a step: logits += hidden·M for a block of pairs, where M is
 * the unembedding with everything linear before it folded in.
 */
import type { CpuKernels, Pointer } from './kernels.ts';
import { type Layout, type Matrix, wholeVectors } from './layout.ts';
import { laneCount } from './pair-order.ts';
import { allocatePacked, type PackedMatrix, type Products } from './products.ts';

/** Rows of a block: hidden units, then logits, each rounded up to whole vectors. */
export interface RowShape {
  readonly hidden: number;
  readonly classes: number;
  /** Where the logits begin. */
  readonly logitsAt: number;
  /** Numbers of a row. */
  readonly width: number;
}

/** The shape of rows that hold hidden units and logits side by side. */
export function rowShape(hidden: number, classes: number): RowShape {
  const logitsAt = wholeVectors(hidden);
  return { hidden, classes, logitsAt, width: logitsAt + wholeVectors(classes) };
}

/** M in both packed forms, and its gradient's sums. */
export interface HiddenToLogits {
  readonly shape: RowShape;
  /** hidden × classes. */
  readonly forward: PackedMatrix;
  /** classes × hidden. */
  readonly backward: PackedMatrix;
  /** Gradient of Mᵀ, classes × hidden, by lane. */
  readonly gradients: readonly Matrix[];
}

/** Room for M. */
export function allocateHiddenToLogits(layout: Layout, shape: RowShape): HiddenToLogits {
  const { hidden, classes, logitsAt } = shape;
  return {
    shape,
    forward: allocatePacked(layout, hidden, classes),
    backward: allocatePacked(layout, classes, hidden),
    gradients: Array.from({ length: laneCount }, () => layout.matrix(classes, hidden, logitsAt)),
  };
}

/** Adds hidden·M to the logits of a block's rows. */
export function addLogits(
  { shape, forward }: HiddenToLogits,
  products: Products,
  rows: number,
  values: Pointer,
): void {
  const block = { pointer: values, rows, columns: shape.hidden, stride: shape.width };
  products.multiplyPacked(
    block,
    forward,
    { ...block, pointer: values + 4 * shape.logitsAt, columns: shape.classes },
    true,
  );
}

/** From the logits' gradients to those of M and of the hidden units. */
export function logitsBack(
  { shape, backward, gradients }: HiddenToLogits,
  products: Products,
  lane: number,
  rows: number,
  values: Pointer,
  slopes: Pointer,
): void {
  const { hidden, classes, logitsAt, width } = shape;
  const toLogits = { pointer: slopes + 4 * logitsAt, rows, columns: classes, stride: width };
  const units = { pointer: values, rows, columns: hidden, stride: width };
  products.multiplyOverRows(toLogits, units, gradients[lane] as Matrix, true);
  products.multiplyPacked(toLogits, backward, { ...units, pointer: slopes });
}

/** Zero sums for a lane. */
export function clearLogitGradients(
  { shape, gradients }: HiddenToLogits,
  kernels: CpuKernels,
  lane: number,
): void {
  kernels.clear(shape.classes * shape.logitsAt, (gradients[lane] as Matrix).pointer);
}

/** The sum of all lanes, in the first of them. */
export function sumLanes(kernels: CpuKernels, lanes: readonly Matrix[]): Matrix {
  const [first, ...others] = lanes as [Matrix, ...Matrix[]];
  for (const other of others) {
    kernels.addScaled(first.rows * first.stride, other.pointer, 1, first.pointer);
  }
  return first;
}
