/** The first and the last launches of a deep network: what is computed once per token or once per step. */
import { columnsOf, type Matrix } from '../../arena.ts';
import { type Operand, plain, product, transposed } from '../../jobs.ts';
import type { PlanBuilder } from '../../plan-builder.ts';
import { type DeepLayout, type LayerLayout, projectionWeights } from './layout.ts';

/** Inputs and projections of every position and token, and the folded output weights. */
export function addTables(builder: PlanBuilder, layout: DeepLayout): void {
  const { p, layers } = builder.configuration;
  const first = layout.layers[0] as LayerLayout;
  const last = `blocks.${layers - 1}.mlp`;
  const unembedding = plain(builder.place('unembed.W_U').matrix);
  const inputs = positionInputs(builder);
  // A product with ones or with the identity adds positions to embeddings and turns them round.
  const identity = plain(builder.constant(p, p, (row, column) => (row === column ? 1 : 0)));
  const ones = plain(builder.constant(p, 1, () => 1));
  builder.products('inputs', [
    ...first.residuals.map((table, position) =>
      product(table, [position === 2 ? ones : identity, inputs[position] as Operand]),
    ),
    product(layout.hiddenToLogits, [
      transposed(builder.place(`${last}.W_out`).matrix),
      unembedding,
    ]),
    product(layout.logitBias, [plain(builder.place(`${last}.b_out`).matrix), unembedding]),
  ]);
  builder.products(
    'projections',
    first.projections.map((table, position) =>
      product(table, [
        plain(first.residuals[position] as Matrix),
        transposed(projectionWeights(layout, 0, position)),
      ]),
    ),
  );
}

/** Rows that the positions can hold, tokens×width; of "=" there is one. */
function positionInputs(builder: PlanBuilder): Operand[] {
  const { separateEmbeddings, equalsToken } = builder.configuration;
  const groups = builder.place('embed.W_E').columnGroups;
  const positions = builder.place('pos_embed.W_pos').matrix;
  const tokens = [
    groups[0],
    groups[separateEmbeddings ? 1 : 0],
    equalsToken ? groups.at(-1) : undefined,
  ];
  return tokens
    .filter((group) => group !== undefined)
    .map((matrix, position) => ({
      matrix,
      transposed: true,
      addend: { ...positions, offset: positions.offset + position * positions.stride },
    }));
}

/** From the gradients of tables to those of parameters. */
export function addTableGradients(builder: PlanBuilder, layout: DeepLayout): void {
  const { arena, configuration } = builder;
  const { p, width, layers, separateEmbeddings, equalsToken } = configuration;
  const { attends, allHeads, projectionTables, unembeddingParts } = layout;
  const first = layout.layers[0] as LayerLayout;
  const last = `blocks.${layers - 1}.mlp`;
  const unembedding = builder.place('unembed.W_U').matrix;
  const outputWeights = builder.place(`${last}.W_out`).matrix;
  const zeros = arena.matrix(1, p);
  const bias: Operand = {
    matrix: { ...zeros, rows: width, stride: 0 },
    addend: builder.place(`${last}.b_out`).matrix,
  };
  const inputGradients = arena.matrices(first.residuals.length, p, width);
  const directGradient = arena.matrix(p, width);
  const outputGradient = arena.matrix(outputWeights.rows, outputWeights.columns);
  const projectionGradient = arena.matrix(first.weights.all.rows, width);
  const shared = first.weights.withoutQueries.rows;
  const { logitRows, hiddenToLogitsGradient } = layout.ends;
  const asks = first.asking.map(({ position }) => position);
  const residual = (position: number) => plain(first.residuals[position] as Matrix);

  builder.products('gradients of parameters', [
    ...inputGradients.map((output, position) => {
      const weights = projectionWeights(layout, 0, position);
      const table = columnsOf(projectionTables[position] as Matrix, 0, weights.rows);
      return {
        ...product(output, [plain(table), plain(weights)]),
        ...(asks.includes(position) && {
          added: { table: layout.residualTables[position] as Matrix },
        }),
      };
    }),
    product(
      { ...projectionGradient, rows: shared },
      ...projectionTables.map(
        (table, position) => [transposed(columnsOf(table, 0, shared)), residual(position)] as const,
      ),
    ),
    ...(attends
      ? [
          product(
            {
              ...projectionGradient,
              offset: projectionGradient.offset + shared * projectionGradient.stride,
              rows: allHeads,
            },
            ...asks.map(
              (position) =>
                [
                  transposed(columnsOf(projectionTables[position] as Matrix, shared, allHeads)),
                  residual(position),
                ] as const,
            ),
          ),
        ]
      : []),
    product(directGradient, [plain(logitRows), transposed(unembedding)]),
    product(outputGradient, [plain(unembedding), transposed(hiddenToLogitsGradient)]),
    product(
      {
        ...unembeddingParts.first,
        offset: unembeddingParts.first.offset + unembeddingParts.count * unembeddingParts.stride,
      },
      [plain(outputWeights), plain(hiddenToLogitsGradient)],
      [bias, plain(logitRows)],
    ),
  ]);

  builder.gradients.matrix(
    'unembed.W_U',
    unembeddingParts.first,
    unembeddingParts.count + 1,
    unembeddingParts.stride,
  );
  builder.gradients.matrix(`${last}.W_out`, outputGradient);
  builder.gradients.rows(`${last}.b_out`, directGradient, p);
  builder.gradients.projections(0, projectionGradient, attends);
  builder.gradients.inputs(inputGradients[0] as Matrix, [
    ...(separateEmbeddings ? (['first', 'second'] as const) : (['both'] as const)),
    ...(equalsToken ? (['equals'] as const) : []),
  ]);
}
