/** What the forward and the backward pass of a deep transformer share. */
import { modelDimensions, type RunConfiguration } from '../../../../model/configuration.ts';
import type { FlatParameters } from '../../flat-parameters.ts';
import type { HiddenToLogits } from '../../hidden-to-logits.ts';
import type { CpuKernels, Pointer } from '../../kernels.ts';
import type { Matrix } from '../../layout.ts';
import { bendKinds } from '../../pair-tables.ts';
import type { PackedMatrix, Products } from '../../products.ts';
import type { DeepLane, DeepSizes, LayerRows, PositionRows } from './lane.ts';
import type { BlockWeights } from './weights.ts';

/** Queries, keys and values of all token rows in the first block. */
export interface TokenProjections {
  readonly query: Matrix;
  readonly key: Matrix;
  readonly value: Matrix;
}

/** A planned deep transformer. */
export interface DeepContext {
  readonly configuration: RunConfiguration;
  readonly parameters: FlatParameters;
  readonly weights: BlockWeights;
  readonly logits: HiddenToLogits;
  readonly unembedding: { readonly forward: PackedMatrix; readonly backward: PackedMatrix };
  /** W_Uᵀ·b_out of the last block. */
  readonly logitBias: Pointer;
  readonly tokenRows: Matrix;
  readonly projections: TokenProjections;
  readonly lanes: readonly DeepLane[];
  readonly sizes: DeepSizes;
  readonly causalMask: boolean;
}

/** One lane's pass over a block: what it runs with. */
export interface DeepPass extends DeepContext {
  readonly kernels: CpuKernels;
  readonly products: Products;
  readonly lane: DeepLane;
  readonly rows: number;
}

/** First row of each position among the token rows, and the numbers of a pair that choose. */
export function tokenPositions(
  { configuration, sizes }: DeepContext,
  block: { readonly firsts: Pointer; readonly seconds: Pointer },
): readonly { readonly start: number; readonly indices: Pointer }[] {
  const { p } = configuration;
  return [
    { start: 0, indices: block.firsts },
    { start: p, indices: block.seconds },
    // The one row of "=" for every pair.
    { start: 2 * p, indices: 0 },
  ].slice(0, sizes.positions);
}

/** Positions whose result a layer's successor needs: of the last layer the reading position only. */
export function outputPositions({ configuration, sizes }: DeepContext, layer: number): number[] {
  const last = sizes.positions - 1;
  if (layer + 1 === configuration.layers) return [last];
  return [...Array(sizes.positions).keys()];
}

/** What both attention kernels are told of a position in a layer. */
export function attentionArguments(pass: DeepPass, layer: number, position: number) {
  const { configuration, sizes, causalMask, lane, rows } = pass;
  const { heads, attentionRate } = configuration;
  const { headWidth } = modelDimensions(configuration);
  const { positions, keys, values } = lane.layers[layer] as LayerRows;
  const { query, weights } = positions[position] as PositionRows;
  const seen = causalMask ? position + 1 : sizes.positions;
  const scale = 1 / Math.sqrt(headWidth);
  return [
    rows,
    heads,
    headWidth,
    seen,
    sizes.step,
    query,
    keys,
    values,
    scale,
    attentionRate,
    weights,
  ] as const;
}

/** Rows of a block as a matrix. */
export function blockMatrix(
  pass: DeepPass,
  pointer: Pointer,
  columns: number,
  stride = columns,
): Matrix {
  return { pointer, rows: pass.rows, columns, stride };
}

/** Number of the bend, and how many hidden units there are. */
export function hiddenSettings({ configuration }: DeepContext) {
  return {
    kind: bendKinds[configuration.activation],
    hiddenWidth: modelDimensions(configuration).hiddenWidth,
  };
}
