/** The last launches of a factored step before the optimiser: from tables back to parameters. */
import { columnsOf, type Matrix, rowsOf } from '../../arena.ts';
import { type Operand, type ProductJob, plain, product, transposed } from '../../jobs.ts';
import type { PlanBuilder } from '../../plan-builder.ts';
import {
  type Both,
  type FactoredLayout,
  foldedWeights,
  headColumnsOf,
  headTable,
  kinds,
  tokenColumns,
  tokenTables,
} from './layout.ts';
import type { PairGradients } from './pairs.ts';

/** Gradients of what the tables were made of. */
export interface TableGradients {
  readonly tokens: FactoredLayout['tokens'];
  readonly folded: Both;
  /** width×hidden. */
  readonly outputWeights: Matrix;
  /** p×width: of the second token's rows through the unembedding, and of the output bias. */
  readonly direct: Matrix;
}

/** Adds the launch from the tables' gradients to those of projections and folded weights. */
export function addTableGradients(
  builder: PlanBuilder,
  layout: FactoredLayout,
  gradients: PairGradients,
): TableGradients {
  const { arena, configuration } = builder;
  const { p, width } = configuration;
  const { unembedding, outputWeights } = layout;
  const result: TableGradients = {
    tokens: tokenTables(builder, layout.projections),
    folded: foldedWeights(builder, layout.allHeads),
    outputWeights: arena.matrix(outputWeights.rows, outputWeights.columns),
    direct: arena.matrix(p, width),
  };
  const parts = layout.attends ? layout.heads : [undefined];
  builder.products('gradients of tables', [
    product(result.direct, [plain(gradients.base.direct), transposed(unembedding)]),
    product(result.outputWeights, [plain(unembedding), transposed(gradients.hiddenToLogits)]),
    ...parts.flatMap((head) => valueGradients(layout, gradients, result, head, p)),
    ...layout.heads.flatMap((head) => scoreGradients(layout, gradients, result, head, p)),
  ]);
  return result;
}

/** Gradients of values and folded weights, of one head or (undefined) of all at once. */
function valueGradients(
  layout: FactoredLayout,
  gradients: PairGradients,
  { tokens, folded }: TableGradients,
  head: number | undefined,
  p: number,
): ProductJob[] {
  const part = (matrix: Matrix) =>
    head === undefined
      ? columnsOf(matrix, 0, layout.allHeads)
      : headColumnsOf(layout, matrix, head);
  const table = (tables: Both, kind: keyof Both) => headTable(tables[kind], head ?? 0, p);
  return [
    ...(['first', 'second'] as const).map((token) =>
      product(
        part(tokens[token]),
        ...kinds.map((kind): [Operand, Operand] => [
          plain(table(gradients.tables[token], kind)),
          plain(part(layout.folded[kind])),
        ]),
      ),
    ),
    ...kinds.map((kind) =>
      product(
        part(folded[kind]),
        ...(['first', 'second'] as const).map((token): [Operand, Operand] => [
          transposed(table(gradients.tables[token], kind)),
          plain(part(layout.tokens[token])),
        ]),
      ),
    ),
  ];
}

/**
 * Gradients of a head's keys and queries. The score holds query·(first key − second key): the share
 * of the second key is a row sum of the scores' gradient.
 */
function scoreGradients(
  layout: FactoredLayout,
  gradients: PairGradients,
  { tokens }: TableGradients,
  head: number,
  p: number,
): ProductJob[] {
  const scores = headTable(gradients.scores, head, p);
  const columns = (table: Matrix, what: 'keys' | 'queries') =>
    headColumnsOf(layout, tokenColumns(layout, table, what), head);
  const queries = columns(layout.tokens.second, 'queries');
  return [
    product(columns(tokens.first, 'keys'), [plain(scores), plain(queries)]),
    {
      ...product(columns(tokens.second, 'queries'), [
        transposed(scores),
        plain(columns(layout.tokens.first, 'keys')),
      ]),
      rowSums: { matrix: columns(layout.tokens.second, 'keys'), scale: -1 },
    },
    {
      ...product(columns(tokens.second, 'keys'), [transposed(scores), plain(queries)]),
      scale: 0,
      rowSums: { matrix: queries, scale: -1 },
    },
  ];
}

/** Adds the launch that gives the gradients of parameters, and says where they are. */
export function addParameterGradients(
  builder: PlanBuilder,
  layout: FactoredLayout,
  gradients: PairGradients,
  tables: TableGradients,
): void {
  const { arena, configuration } = builder;
  const { p, width, separateEmbeddings } = configuration;
  const { inputs, projections, allHeads, attends, output, hiddenWeights, unembedding } = layout;
  const { base } = gradients;
  const like = ({ rows, columns }: Matrix) => arena.matrix(rows, columns);
  const turned = (operand: Operand): Operand => ({ ...operand, transposed: false });
  const [firstInput, secondInput] = arena.matrices(2, p, width) as [Matrix, Matrix];
  const ofHiddenWeights = like(hiddenWeights);
  const ofUnembedding = like(unembedding);
  const ofOutput = { ...arena.matrix(width, output.stride), columns: allHeads };
  const ofProjections = like(projections.second);
  const shared = projections.first.rows;
  const sharedColumns = (table: Matrix) => columnsOf(table, 0, shared);
  const queries = tokenColumns(layout, tables.tokens.second, 'queries');

  builder.products('gradients of parameters', [
    product(
      ofHiddenWeights,
      [plain(tables.folded.hidden), transposed(output)],
      [transposed(base.hidden), inputs.second],
    ),
    product(
      ofUnembedding,
      [plain(layout.outputWeights), plain(gradients.hiddenToLogits)],
      [plain(output), transposed(tables.folded.direct)],
      [turned(inputs.second), plain(base.direct)],
      [turned(layout.outputBias), plain(base.direct)],
    ),
    product(
      ofOutput,
      [transposed(hiddenWeights), plain(tables.folded.hidden)],
      [plain(unembedding), plain(tables.folded.direct)],
    ),
    product(
      rowsOf(ofProjections, 0, shared),
      [transposed(sharedColumns(tables.tokens.first)), inputs.first],
      [transposed(sharedColumns(tables.tokens.second)), inputs.second],
    ),
    ...(attends
      ? [product(rowsOf(ofProjections, shared, allHeads), [transposed(queries), inputs.second])]
      : []),
    product(firstInput, [plain(tables.tokens.first), plain(projections.first)]),
    {
      ...product(
        secondInput,
        [plain(tables.tokens.second), plain(projections.second)],
        [plain(base.hidden), plain(hiddenWeights)],
      ),
      added: { table: tables.direct },
    },
  ]);

  builder.gradients.inputs(firstInput, separateEmbeddings ? ['first', 'second'] : ['both']);
  builder.gradients.projections(0, ofProjections, attends);
  builder.gradients.matrix('blocks.0.attn.W_O', ofOutput);
  builder.gradients.matrix('blocks.0.mlp.W_in', ofHiddenWeights);
  builder.gradients.rows('blocks.0.mlp.b_in', base.hidden, p);
  builder.gradients.matrix('blocks.0.mlp.W_out', tables.outputWeights);
  builder.gradients.rows('blocks.0.mlp.b_out', tables.direct, p);
  builder.gradients.matrix('unembed.W_U', ofUnembedding);
}
