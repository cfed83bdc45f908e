/** Where the parameters and tables of a factored step lie. */
import { modelDimensions } from '../../../../model/configuration.ts';
import { columnsOf, type Matrix, padded, stacked } from '../../arena.ts';
import type { Operand } from '../../jobs.ts';
import type { PlanBuilder } from '../../plan-builder.ts';

/** A table of hidden values and one of what goes directly to the logits. */
export interface Both {
  readonly hidden: Matrix;
  readonly direct: Matrix;
}

/** The two kinds of values that pairs have. */
export const kinds = ['hidden', 'direct'] as const;

/** A thing of the first token and one of the second. */
export interface ByToken<Thing> {
  readonly first: Thing;
  readonly second: Thing;
}

/** All of it. */
export interface FactoredLayout {
  readonly attends: boolean;
  /** Numbers of the heads whose tables are kept apart; none at α = 0. */
  readonly heads: readonly number[];
  readonly headWidth: number;
  readonly headColumns: number;
  readonly allHeads: number;
  /** X⁰ and X¹, p×width, as products read them. */
  readonly inputs: ByToken<Operand>;
  /** The output bias as every row of p×width. */
  readonly outputBias: Operand;
  /** Value and key weights, for the second token query weights too, as one matrix. */
  readonly projections: ByToken<Matrix>;
  readonly output: Matrix;
  readonly hiddenWeights: Matrix;
  readonly outputWeights: Matrix;
  readonly unembedding: Matrix;
  /** Values, keys and queries, p×(heads·width) each, side by side. */
  readonly tokens: ByToken<Matrix>;
  /** G: hidden×(heads·width) and classes×(heads·width). */
  readonly folded: Both;
  /** p×columns. */
  readonly base: Both;
  /** Tables of each head, heads×p×columns; at α = 0 one of the first token and none of the second. */
  readonly tables: ByToken<Both>;
  readonly hiddenToLogits: Matrix;
}

/** Reserves room for the tables. */
export function layOutFactored(builder: PlanBuilder, attends: boolean): FactoredLayout {
  const { arena, configuration } = builder;
  const { p, width, heads, separateEmbeddings } = configuration;
  const { hiddenWidth, vocabulary, headWidth } = modelDimensions(configuration);
  const headColumns = padded(headWidth);
  const allHeads = heads * headColumns;
  const block = (name: string) => builder.place(`blocks.0.${name}`).matrix;
  const { columnGroups } = builder.place('embed.W_E');
  const positions = builder.place('pos_embed.W_pos').matrix;
  const input = (position: number): Operand => ({
    matrix: columnGroups[separateEmbeddings ? position : 0] as Matrix,
    transposed: true,
    addend: { ...positions, offset: positions.offset + position * positions.stride },
  });
  const [values, keys, queries] = [block('attn.W_V'), block('attn.W_K'), block('attn.W_Q')];
  const projections = {
    first: attends ? stacked([values, keys]) : values,
    second: attends ? stacked([values, keys, queries]) : values,
  };
  const zeros = arena.matrix(1, p);
  const base = tablesOf(builder, 1);
  return {
    attends,
    heads: attends ? Array.from({ length: heads }, (_, head) => head) : [],
    headWidth,
    headColumns,
    allHeads,
    inputs: { first: input(0), second: input(1) },
    outputBias: {
      matrix: { ...zeros, rows: width, stride: 0 },
      transposed: true,
      addend: block('mlp.b_out'),
    },
    projections,
    output: { ...block('attn.W_O'), columns: allHeads },
    hiddenWeights: block('mlp.W_in'),
    outputWeights: block('mlp.W_out'),
    unembedding: builder.place('unembed.W_U').matrix,
    tokens: tokenTables(builder, projections),
    folded: foldedWeights(builder, allHeads),
    base,
    tables: {
      first: tablesOf(builder, attends ? heads : 1),
      second: attends ? tablesOf(builder, heads) : base,
    },
    hiddenToLogits: arena.matrix(hiddenWidth, vocabulary),
  };
}

/** Room for `count` tables of p rows, of both kinds. */
export function tablesOf({ arena, configuration }: PlanBuilder, count: number): Both {
  const { hiddenWidth, vocabulary } = modelDimensions(configuration);
  const first = (columns: number) => arena.matrices(count, configuration.p, columns)[0] as Matrix;
  return { hidden: first(hiddenWidth), direct: first(vocabulary) };
}

/** Room for values, keys and queries of all tokens, or for their gradients. */
export function tokenTables(
  { arena, configuration }: PlanBuilder,
  { first, second }: ByToken<Matrix>,
): ByToken<Matrix> {
  return {
    first: arena.matrix(configuration.p, first.rows),
    second: arena.matrix(configuration.p, second.rows),
  };
}

/** Room for the folded weights, or for their gradient. */
export function foldedWeights({ arena, configuration }: PlanBuilder, columns: number): Both {
  const { hiddenWidth, vocabulary } = modelDimensions(configuration);
  return { hidden: arena.matrix(hiddenWidth, columns), direct: arena.matrix(vocabulary, columns) };
}

/** One head's table out of heads×p×columns. */
export function headTable(tables: Matrix, head: number, p: number): Matrix {
  return { ...tables, offset: tables.offset + head * p * tables.stride, rows: p };
}

/** Columns of one head, out of those of all heads. */
export function headColumnsOf(layout: FactoredLayout, matrix: Matrix, head: number): Matrix {
  return columnsOf(matrix, head * layout.headColumns, layout.headWidth);
}

/** Values, keys or queries out of a table of tokens. */
export function tokenColumns(
  { allHeads }: FactoredLayout,
  table: Matrix,
  what: 'values' | 'keys' | 'queries',
): Matrix {
  const place = { values: 0, keys: 1, queries: 2 }[what];
  return columnsOf(table, place * allHeads, allHeads);
}
