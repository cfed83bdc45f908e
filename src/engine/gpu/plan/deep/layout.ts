/** Where a deep network's values and gradients lie. */
import { modelDimensions } from '../../../../model/configuration.ts';
import { columnsOf, type Matrix, padded, rowsOf, stacked } from '../../arena.ts';
import type { AddedTable } from '../../jobs.ts';
import type { AttendedPosition, AttentionVariant, RowSource } from '../../kernels/attention.ts';
import type { PlanBuilder } from '../../plan-builder.ts';
import { type GradientParts, gradientParts } from '../answer.ts';

/** Pairs that are worked through together: those of some first tokens. */
export interface PairPart {
  readonly firstToken: number;
  readonly tokens: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** A position that asks in a layer; matrices have a row a pair of a part. */
export interface AskingLayout {
  readonly position: number;
  /** What attention brings: Σ of weighted values. */
  readonly read: Matrix;
  readonly weights: Matrix;
  /** Residual with what attention brings, through the output weights. */
  readonly attended: Matrix;
  readonly hidden: Matrix;
  readonly hiddenGradient: Matrix;
}

/** One block. */
export interface LayerLayout {
  /** Values, keys and queries of every position; in the first block tables by token. */
  readonly projections: readonly Matrix[];
  readonly residuals: readonly Matrix[];
  readonly asking: readonly AskingLayout[];
  /** Value, key and query weights as one matrix. */
  readonly weights: { readonly all: Matrix; readonly withoutQueries: Matrix };
  readonly output: Matrix;
  readonly outputParts: GradientParts;
  readonly hiddenParts: GradientParts;
  /** Of all but the last block, whose output weights are folded. */
  readonly lowerParts: GradientParts | undefined;
  /** Of all but the first block, in which they are products of tables. */
  readonly weightParts: GradientParts | undefined;
  /** asking·p×hidden: gradients of the hidden bias by second token. */
  readonly hiddenBiasRows: Matrix;
  /** positions·p×width: gradients of the output bias by second token. */
  readonly outputBiasRows: Matrix;
}

/** Gradients of one position, used by one layer after the other. */
export interface PositionGradients {
  readonly projections: Matrix;
  readonly read: Matrix;
  readonly attended: Matrix;
  readonly residual: Matrix;
}

/** All of it. */
export interface DeepLayout {
  readonly attends: boolean;
  /** Whose row is read where positions have tables. */
  readonly sources: readonly RowSource[];
  readonly layers: readonly LayerLayout[];
  readonly gradients: readonly PositionGradients[];
  /** By position, p rows each: gradients of the first block's tables. */
  readonly projectionTables: readonly Matrix[];
  readonly residualTables: readonly Matrix[];
  readonly hiddenToLogits: Matrix;
  readonly hiddenToLogitsParts: GradientParts;
  readonly unembeddingParts: GradientParts;
  /** Gradients that the last launches start from. */
  readonly ends: {
    /** p×classes: gradient of the logits by second token. */
    readonly logitRows: Matrix;
    readonly hiddenToLogitsGradient: Matrix;
  };
  /** 1×classes: the output bias through the unembedding. */
  readonly logitBias: Matrix;
  readonly headColumns: number;
  readonly allHeads: number;
  readonly scale: number;
}

/** Reserves room for parts of `tokens`·p pairs. */
export function layOutDeep(builder: PlanBuilder, attends: boolean, tokens: number): DeepLayout {
  const { arena, configuration } = builder;
  const { p, width, heads, layers, activation } = configuration;
  const { context, headWidth, hiddenWidth, vocabulary } = modelDimensions(configuration);
  const rows = tokens * p;
  const headColumns = padded(headWidth);
  const allHeads = heads * headColumns;
  const kinds = attends ? 3 : 1;
  const everywhere = Array.from({ length: context }, (_, position) => position);
  const hiddenGradients = arena.matrices(context, rows, hiddenWidth);
  const gradients = everywhere.map(() => ({
    projections: arena.matrix(rows, kinds * allHeads),
    read: arena.matrix(rows, allHeads),
    attended: arena.matrix(rows, width),
    residual: arena.matrix(rows, width),
  }));
  const parts = (height: number, breadth: number, extra = 0) =>
    gradientParts(builder, rows, height, breadth, extra);

  const layouts = Array.from({ length: layers }, (_, layer): LayerLayout => {
    const block = (name: string) => builder.place(`blocks.${layer}.${name}`).matrix;
    const isLast = layer + 1 === layers;
    const asks = isLast ? everywhere.slice(-1) : everywhere;
    const ownRows = layer === 0 ? p : rows;
    const projected = attends
      ? [block('attn.W_V'), block('attn.W_K'), block('attn.W_Q')]
      : [block('attn.W_V')];
    const isAsking = (position: number) => asks.includes(position);
    return {
      projections: everywhere.map((position) =>
        arena.matrix(ownRows, attends ? (isAsking(position) ? 3 : 2) * allHeads : allHeads),
      ),
      residuals: arena.matrices(context, ownRows, width),
      asking: asks.map((position) => ({
        position,
        read: arena.matrix(rows, allHeads),
        weights: arena.matrix(attends ? rows : 0, 4 * heads),
        attended: arena.matrix(rows, width),
        hidden: arena.matrix(rows, hiddenWidth),
        // GELU keeps its slopes there, so that layers cannot share the place.
        hiddenGradient:
          activation === 'gelu'
            ? arena.matrix(rows, hiddenWidth)
            : (hiddenGradients[position] as Matrix),
      })),
      weights: { all: stacked(projected), withoutQueries: stacked(projected.slice(0, 2)) },
      output: { ...block('attn.W_O'), columns: allHeads },
      outputParts: parts(width, block('attn.W_O').columns),
      hiddenParts: parts(hiddenWidth, width),
      lowerParts: isLast ? undefined : parts(width, hiddenWidth),
      weightParts: layer === 0 ? undefined : parts(kinds * allHeads, width),
      hiddenBiasRows: arena.matrix(asks.length * p, hiddenWidth),
      outputBiasRows: arena.matrix(context * p, width),
    };
  });
  return {
    attends,
    sources: (['first', 'second', 'second'] as const).slice(0, context),
    layers: layouts,
    gradients,
    projectionTables: everywhere.map(() => arena.matrix(p, kinds * allHeads)),
    residualTables: arena.matrices(context, p, width),
    hiddenToLogits: arena.matrix(hiddenWidth, vocabulary),
    hiddenToLogitsParts: parts(hiddenWidth, vocabulary),
    unembeddingParts: parts(width, vocabulary, 1),
    ends: {
      logitRows: arena.matrix(p, vocabulary),
      hiddenToLogitsGradient: arena.matrix(hiddenWidth, vocabulary),
    },
    logitBias: arena.matrix(1, vocabulary),
    headColumns,
    allHeads,
    scale: 1 / Math.sqrt(headWidth),
  };
}

/** The rows of a matrix that a part uses. */
export function partRows(matrix: Matrix, part: PairPart, p: number): Matrix {
  return rowsOf(matrix, 0, part.tokens * p);
}

/** Residual rows that are added to a layer's results: of tables in the first block. */
export function residualOf(
  layout: DeepLayout,
  layer: number,
  position: number,
  { firstToken }: PairPart,
  p: number,
): AddedTable {
  const table = (layout.layers[layer] as LayerLayout).residuals[position] as Matrix;
  if (layer > 0) return { table };
  return layout.sources[position] === 'first'
    ? { table: rowsOf(table, firstToken, p), choice: { divisor: p, modulus: p } }
    : { table, choice: { divisor: 1, modulus: p } };
}

/** Columns of the projections that a position has in a layer. */
export function projectedColumns(layout: DeepLayout, layer: number, position: number): number {
  return ((layout.layers[layer] as LayerLayout).projections[position] as Matrix).columns;
}

/** Weights that give a position's projections in a layer. */
export function projectionWeights(layout: DeepLayout, layer: number, position: number): Matrix {
  const { weights } = layout.layers[layer] as LayerLayout;
  const columns = projectedColumns(layout, layer, position);
  return columns === weights.all.rows ? weights.all : weights.withoutQueries;
}

/** What the attention kernels of a layer are made for. */
export function attentionOf(
  builder: PlanBuilder,
  layout: DeepLayout,
  layer: number,
): AttentionVariant {
  const { p, heads } = builder.configuration;
  const { projections, asking } = layout.layers[layer] as LayerLayout;
  return {
    p,
    heads,
    headColumns: layout.headColumns,
    scale: layout.scale,
    attends: layout.attends,
    positions: projections.map(
      (matrix, position): AttendedPosition => ({
        projections: matrix,
        source: layer === 0 ? (layout.sources[position] as RowSource) : 'pair',
        gradient: columnsOf(
          (layout.gradients[position] as PositionGradients).projections,
          0,
          matrix.columns,
        ),
      }),
    ),
    asking: asking.map(({ position, read, weights }) => ({
      position,
      read,
      readGradient: (layout.gradients[position] as PositionGradients).read,
      weights,
    })),
  };
}
