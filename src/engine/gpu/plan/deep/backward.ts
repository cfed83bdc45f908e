/** The backward pass of a part of the pairs, from the gradient of the logits to that of the tables. */
import { columnsOf, type Matrix, rowsOf } from '../../arena.ts';
import { type ProductJob, plain, product, transposed } from '../../jobs.ts';
import { attentionBackward, attentionThreads } from '../../kernels/attention.ts';
import type { PlanBuilder } from '../../plan-builder.ts';
import { lossSums, type Reduction, sumOfParts, sumOverToken } from '../../reductions.ts';
import { hiddenGradientJob, partsJob } from '../answer.ts';
import {
  attentionOf,
  type DeepLayout,
  type LayerLayout,
  type PairPart,
  type PositionGradients,
  partRows,
  projectedColumns,
  projectionWeights,
} from './layout.ts';

/** Adds its launches: five for the first block, six for each other. */
export function addBackward(builder: PlanBuilder, layout: DeepLayout, part: PairPart): void {
  const { p, heads } = builder.configuration;
  const accumulates = !part.isFirst;
  const pairs = part.tokens * p;
  const rows = (matrix: Matrix) => partRows(matrix, part, p);
  const gradientsOf = (position: number) => layout.gradients[position] as PositionGradients;
  const logitGradient = rowsOf(builder.regions.logitGradient, part.firstToken * p, pairs);
  const added = (job: ProductJob): ProductJob => ({ ...job, accumulates });
  const unembedding = builder.place('unembed.W_U').matrix;

  for (const [layer, own] of [...layout.layers.entries()].reverse()) {
    const { asking, output, hiddenParts, outputParts } = own;
    const place = (name: string) => builder.place(`blocks.${layer}.mlp.${name}`).matrix;
    const isLast = layer + 1 === layout.layers.length;
    builder.products('gradients of hidden values', [
      ...asking.map(({ position, hidden, hiddenGradient }) =>
        hiddenGradientJob(
          builder,
          rows(hiddenGradient),
          hidden,
          isLast
            ? [plain(logitGradient), transposed(layout.hiddenToLogits)]
            : [plain(rows(gradientsOf(position).residual)), plain(place('W_out'))],
        ),
      ),
      ...(own.lowerParts === undefined
        ? asking.flatMap(({ attended, hidden }) => [
            added(partsJob(layout.hiddenToLogitsParts, [rows(hidden), logitGradient])),
            added(partsJob(layout.unembeddingParts, [rows(attended), logitGradient])),
          ])
        : [
            added(
              partsJob(
                own.lowerParts,
                ...asking.map(
                  ({ position, hidden }) =>
                    [rows(gradientsOf(position).residual), rows(hidden)] as const,
                ),
              ),
            ),
          ]),
    ]);
    builder.products('gradients of attended residuals', [
      ...asking.map(({ position, hiddenGradient }): ProductJob => {
        const attended = rows(gradientsOf(position).attended);
        const through = [plain(rows(hiddenGradient)), plain(place('W_in'))] as const;
        return isLast
          ? product(attended, through, [plain(logitGradient), transposed(unembedding)])
          : { ...product(attended, through), added: { table: gradientsOf(position).residual } };
      }),
      added(
        partsJob(
          hiddenParts,
          ...asking.map(
            ({ hiddenGradient, attended }) => [rows(hiddenGradient), rows(attended)] as const,
          ),
        ),
      ),
    ]);
    builder.products('gradients of what is read', [
      ...asking.map(({ position }) =>
        product(rows(gradientsOf(position).read), [
          plain(rows(gradientsOf(position).attended)),
          plain(output),
        ]),
      ),
      added(
        partsJob(
          outputParts,
          ...asking.map(
            ({ position, read }) => [rows(gradientsOf(position).attended), rows(read)] as const,
          ),
        ),
      ),
    ]);
    builder.launch(
      'gradients of attention',
      attentionBackward(attentionOf(builder, layout, layer)),
      Math.ceil((pairs * heads) / attentionThreads),
      { parameter: part.firstToken * p, option: pairs },
    );
    if (layer > 0) addResidualGradients(builder, layout, layer, part);
    builder.reductions('sums over pairs', [
      ...asking.map(({ hiddenGradient }, index) =>
        sumOverToken('first', hiddenGradient, p, rowsOf(own.hiddenBiasRows, index * p, p), {
          rows: part.tokens,
          accumulates,
        }),
      ),
      ...(layer > 0 ? outputBiasSums(layout, layer, part, p) : tableSums(layout, part, p)),
      ...(layer === 0 && part.isLast
        ? [
            sumOverToken('first', builder.regions.logitGradient, p, layout.ends.logitRows),
            sumOfParts(
              layout.hiddenToLogitsParts.first,
              layout.hiddenToLogitsParts.count,
              layout.ends.hiddenToLogitsGradient,
            ),
            lossSums,
          ]
        : []),
    ]);
    if (part.isLast) nameGradients(builder, layout, layer);
  }
}

/** From the gradients of a block's projections to those of the residual before it. */
function addResidualGradients(
  builder: PlanBuilder,
  layout: DeepLayout,
  layer: number,
  part: PairPart,
): void {
  const { p } = builder.configuration;
  const { asking, residuals, weightParts, weights } = layout.layers[layer] as LayerLayout;
  const asks = asking.map(({ position }) => position);
  const rows = (matrix: Matrix) => partRows(matrix, part, p);
  if (weightParts === undefined) return;
  const shared = weights.withoutQueries.rows;
  const projected = (position: number, start: number, columns: number) =>
    columnsOf(rows((layout.gradients[position] as PositionGradients).projections), start, columns);
  const gradient = (start: number, count: number, positions: readonly number[]): ProductJob => ({
    ...partsJob(
      { ...weightParts, first: rowsOf(weightParts.first, start, count) },
      ...positions.map(
        (position) =>
          [projected(position, start, count), rows(residuals[position] as Matrix)] as const,
      ),
    ),
    accumulates: !part.isFirst,
  });
  const everywhere = layout.gradients.map((_, position) => position);
  builder.products('gradients of residuals', [
    ...layout.gradients.map(({ residual, attended }, position) => ({
      ...product(rows(residual), [
        plain(projected(position, 0, projectedColumns(layout, layer, position))),
        plain(projectionWeights(layout, layer, position)),
      ]),
      ...(asks.includes(position) && { added: { table: attended } }),
    })),
    gradient(0, shared, everywhere),
    ...(layout.attends ? [gradient(shared, layout.allHeads, asks)] : []),
  ]);
}

/** Gradients of the output bias of the block below. */
function outputBiasSums(layout: DeepLayout, layer: number, part: PairPart, p: number): Reduction[] {
  const { outputBiasRows } = layout.layers[layer - 1] as LayerLayout;
  return layout.gradients.map(({ residual }, position) =>
    sumOverToken('first', residual, p, rowsOf(outputBiasRows, position * p, p), {
      rows: part.tokens,
      accumulates: !part.isFirst,
    }),
  );
}

/** Gradients of the first block's tables: rows of pairs summed by the token they came from. */
function tableSums(layout: DeepLayout, part: PairPart, p: number): Reduction[] {
  const { asking } = layout.layers[0] as LayerLayout;
  const sum = (position: number, pairs: Matrix, table: Matrix): Reduction =>
    layout.sources[position] === 'first'
      ? sumOverToken('second', pairs, p, rowsOf(table, part.firstToken, part.tokens), {
          rows: part.tokens,
        })
      : sumOverToken('first', pairs, p, table, {
          rows: part.tokens,
          accumulates: !part.isFirst,
        });
  return [
    ...layout.gradients.map(({ projections }, position) =>
      sum(position, projections, layout.projectionTables[position] as Matrix),
    ),
    ...asking.map(({ position }) =>
      sum(
        position,
        (layout.gradients[position] as PositionGradients).attended,
        layout.residualTables[position] as Matrix,
      ),
    ),
  ];
}

/** Says where the gradients of a block's parameters are. */
function nameGradients(builder: PlanBuilder, layout: DeepLayout, layer: number): void {
  const own = layout.layers[layer] as LayerLayout;
  const { p } = builder.configuration;
  const block = `blocks.${layer}`;
  const { outputParts, hiddenParts, lowerParts, weightParts, hiddenBiasRows } = own;
  builder.gradients.matrix(
    `${block}.attn.W_O`,
    outputParts.first,
    outputParts.count,
    outputParts.stride,
  );
  builder.gradients.matrix(
    `${block}.mlp.W_in`,
    hiddenParts.first,
    hiddenParts.count,
    hiddenParts.stride,
  );
  builder.gradients.rows(`${block}.mlp.b_in`, hiddenBiasRows, own.asking.length * p);
  if (lowerParts !== undefined) {
    const { first, count, stride } = lowerParts;
    builder.gradients.matrix(`${block}.mlp.W_out`, first, count, stride);
    builder.gradients.rows(`${block}.mlp.b_out`, own.outputBiasRows, own.residuals.length * p);
  }
  if (weightParts !== undefined) {
    const { first, count, stride } = weightParts;
    builder.gradients.projections(layer, first, layout.attends, count, stride);
  }
}
