/** The middle of a step: from hidden values to logits and losses, and from there back. */
import { modelDimensions } from '../../../model/configuration.ts';
import type { Matrix } from '../arena.ts';
import {
  encodeOperand,
  type Operand,
  type ProductJob,
  plain,
  product,
  transposed,
} from '../jobs.ts';
import { type PairLossVariant, pairLoss } from '../kernels/pair-loss.ts';
import { pairsPerWorkgroup } from '../kernels/prelude.ts';
import { lossLaunch } from '../plan.ts';
import type { PlanBuilder } from '../plan-builder.ts';

/** A gradient in equal parts that are to be added. */
export interface GradientParts {
  readonly first: Matrix;
  readonly count: number;
  /** Floats from one part to the next. */
  readonly stride: number;
  /** Inner dimension of one part. */
  readonly length: number;
}

/** Pairs of a launch; without limits all. */
export interface PairRange {
  readonly start: number;
  readonly count: number;
}

/**
 * Adds the launch that computes losses.
 *
 * @param source where hidden values come from
 * @param weights hidden values to logits, one operand a segment of the source
 */
export function addLoss(
  builder: PlanBuilder,
  source: Pick<PairLossVariant, 'declarations' | 'preparation' | 'segments'>,
  weights: readonly Operand[],
  range?: PairRange,
): void {
  const { regions, configuration } = builder;
  const { pairs, vocabulary } = modelDimensions(configuration);
  const words = weights.flatMap((operand) => encodeOperand(operand, operand.transposed !== true));
  const code = pairLoss({
    p: configuration.p,
    classes: vocabulary,
    ...source,
    masks: regions.masks.offset,
    statistics: regions.statistics.offset,
    gradient: regions.logitGradient,
  });
  builder.launch(lossLaunch, code, Math.ceil((range?.count ?? pairs) / pairsPerWorkgroup), {
    first: builder.table(words),
    parameter: range?.start ?? 0,
  });
}

/** Gradient of hidden values through the weights after them and the bend. */
export function hiddenGradientJob(
  builder: PlanBuilder,
  output: Matrix,
  hiddenValues: Matrix,
  ...factors: readonly (readonly [Operand, Operand])[]
): ProductJob {
  return {
    ...product(output, ...factors),
    slopes:
      builder.configuration.activation === 'gelu'
        ? { matrix: output, kind: 'read' }
        : { matrix: hiddenValues, kind: 'fromResult' },
  };
}

/** Room for a gradient that is a product over many rows: in parts, to keep a device busy. */
export function gradientParts(
  builder: PlanBuilder,
  inner: number,
  rows: number,
  columns: number,
  extra = 0,
): GradientParts {
  const tiles = Math.ceil(rows / 64) * Math.ceil(columns / 64);
  const wanted = Math.max(1, Math.min(Math.ceil(256 / tiles), Math.ceil(inner / 128)));
  // Steps of the product kernel must not cross from one part into the next.
  const length = Math.ceil(inner / wanted / 32) * 32;
  const count = Math.ceil(inner / length);
  const [first] = builder.arena.matrices(count + extra, rows, columns) as [Matrix];
  return { first, count, stride: first.rows * first.stride, length };
}

/** leftᵀ·right over many rows, in parts; several such products are added. */
export function partsJob(
  { first, count, stride, length }: GradientParts,
  ...factors: readonly (readonly [left: Matrix, right: Matrix])[]
): ProductJob {
  return {
    ...product(first, ...factors.map(([left, right]) => [transposed(left), plain(right)] as const)),
    splits: { length, count, stride },
  };
}
