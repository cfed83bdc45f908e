/** The tables a block's values are read from, their gradients, and room for one block a lane. */
import type { Activation } from '../../model/configuration.ts';
import type { RowShape } from './hidden-to-logits.ts';
import type { CpuKernels, Pointer } from './kernels.ts';
import type { Layout, Matrix } from './layout.ts';
import type { LogitPlace } from './network.ts';
import { blockRows, laneCount, type PairBlock } from './pair-order.ts';

/** Numbers by which kernels know the bend. */
export const bendKinds: Readonly<Record<Activation, number>> = { relu: 1, gelu: 2 };

/** What belongs to one lane alone. */
interface TableLane {
  readonly values: Pointer;
  readonly slopes: Pointer;
  readonly gradients: Pointer;
  /** 2p × width: of the first table, then of the second. */
  readonly toTables: Matrix;
  /** For each head 2p × width. */
  readonly toHeads: Matrix;
}

/** Room for tables of p rows, blocks and gradients. */
export interface PairTables {
  readonly p: number;
  readonly shape: RowShape;
  readonly kind: number;
  readonly headCount: number;
  /** 2p × width: what a adds, then what b adds. */
  readonly tables: Matrix;
  /** False when a adds nothing by itself. */
  readonly usesFirst: boolean;
  /** headCount·2p × width: what each head reads from a, then from b. */
  readonly heads: Matrix;
  /** headCount × p²: index a·p + b. */
  readonly weights: Matrix;
  /** Gradient of the weights. Lanes write different pairs: they share it. */
  readonly toWeights: Matrix;
  readonly lanes: readonly TableLane[];
}

/** @param usesFirst whether the first table is read at all */
export function allocatePairTables(
  layout: Layout,
  p: number,
  shape: RowShape,
  activation: Activation,
  headCount: number,
  usesFirst: boolean,
): PairTables {
  const { width } = shape;
  const block = () => layout.allocate(blockRows * width);
  return {
    p,
    shape,
    kind: bendKinds[activation],
    headCount,
    usesFirst,
    tables: layout.matrix(2 * p, width),
    heads: layout.matrix(headCount * 2 * p, width),
    weights: layout.matrix(headCount, p * p),
    toWeights: layout.matrix(headCount, p * p),
    lanes: Array.from({ length: laneCount }, () => {
      const values = block();
      return {
        values,
        // ReLU's slope is read from its result.
        slopes: activation === 'gelu' ? block() : values,
        gradients: block(),
        toTables: layout.matrix(2 * p, width),
        toHeads: layout.matrix(headCount * 2 * p, width),
      };
    }),
  };
}

/** What both pair kernels are told of a block and the tables. */
function pairArguments(
  { p, shape, heads, weights, headCount }: PairTables,
  { rows, firsts, seconds }: PairBlock,
) {
  return {
    block: [rows, firsts, seconds, p, shape.width] as const,
    heads: [headCount, heads.pointer, weights.pointer] as const,
  };
}

/** Values of a block, bent. Returns where they are. */
export function tableValues(
  tables: PairTables,
  kernels: CpuKernels,
  block: PairBlock,
  lane: number,
): Pointer {
  const { p, shape, kind, usesFirst } = tables;
  const { values, slopes } = tables.lanes[lane] as TableLane;
  const { pointer } = tables.tables;
  const shared = pairArguments(tables, block);
  kernels.pairValues(
    ...shared.block,
    usesFirst ? pointer : 0,
    pointer + 4 * p * shape.width,
    ...shared.heads,
    values,
    slopes,
    shape.hidden,
    kind,
  );
  return values;
}

/** Adds the gradients of a block's values to the lane's sums. */
export function tableGradients(
  tables: PairTables,
  kernels: CpuKernels,
  block: PairBlock,
  lane: number,
): void {
  const { p, shape, toWeights, kind, usesFirst } = tables;
  const { values, slopes, gradients, toTables, toHeads } = tables.lanes[lane] as TableLane;
  const shared = pairArguments(tables, block);
  kernels.pairGradients(
    ...shared.block,
    ...shared.heads,
    values,
    slopes,
    shape.hidden,
    kind,
    gradients,
    usesFirst ? toTables.pointer : 0,
    toTables.pointer + 4 * p * shape.width,
    toHeads.pointer,
    toWeights.pointer,
  );
}

/** Zero sums for a lane. Weights of test pairs are never written and stay zero. */
export function clearTableGradients(tables: PairTables, kernels: CpuKernels, lane: number): void {
  const { toTables, toHeads } = tables.lanes[lane] as TableLane;
  kernels.clear(toTables.rows * toTables.stride, toTables.pointer);
  kernels.clear(toHeads.rows * toHeads.stride, toHeads.pointer);
}

/** Where a lane's block has its logits. */
export function logitPlace({ shape, lanes }: PairTables, lane: number): LogitPlace {
  const { values, gradients } = lanes[lane] as TableLane;
  return {
    logits: values + 4 * shape.logitsAt,
    gradients: gradients + 4 * shape.logitsAt,
    stride: shape.width,
    classes: shape.classes,
  };
}
