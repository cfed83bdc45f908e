/**
 * The paper's linear models (SCIENCE section 2), with e the embedding rows and U the unembedding:
 *
 *   α  U·ReLU(L1(e_a + e_b))                 γ  U·ReLU(L2·ReLU(L1 e_a + L1 e_b))
 *   β  U·ReLU(L2·ReLU(L1(e_a + e_b)))        δ  U·ReLU(L1[e_a; e_b])
 *
 * L1 is applied to tokens, not to pairs. In γ its bias counts twice, as in the authors' release.
 * Six launches, nine with a second layer.
 */
import { modelDimensions, type RunConfiguration } from '../../../model/configuration.ts';
import type { Matrix } from '../arena.ts';
import { plain, product, transposed } from '../jobs.ts';
import { pairMemory } from '../kernels/pair-memory.ts';
import { pairTables } from '../kernels/pair-tables.ts';
import type { Plan } from '../plan.ts';
import { PlanBuilder } from '../plan-builder.ts';
import { lossSums, type Reduction, sumOverToken } from '../reductions.ts';
import { addLoss, gradientParts, hiddenGradientJob, partsJob } from './answer.ts';

/** The plan of a linear model. */
export function planLinear(configuration: RunConfiguration): Plan {
  // What a run's other settings say about the transformer's bend is not for these models.
  const builder = new PlanBuilder({ ...configuration, activation: 'relu' });
  const { arena, regions } = builder;
  const { p, width, model } = configuration;
  const { pairs } = modelDimensions(configuration);
  const embedding = builder.place('embed.weight').matrix;
  const unembedding = builder.place('unembed.weight').matrix;
  const firstLayer = builder.place('l1.weight');
  const firstWeights = firstLayer.columnGroups[0] as Matrix;
  const secondWeights = firstLayer.columnGroups.at(-1) as Matrix;
  const hasSecondLayer = model === 'linear-beta' || model === 'linear-gamma';

  const [first, second] = arena.matrices(2, p, width) as [Matrix, Matrix];
  builder.products('tables', [
    product(first, [plain(embedding), transposed(firstWeights)]),
    {
      ...product(second, [plain(embedding), transposed(secondWeights)]),
      bias: { row: builder.place('l1.bias').matrix, scale: model === 'linear-gamma' ? 2 : 1 },
    },
  ]);

  const [values, gradient] = arena.matrices(2, pairs, width) as [Matrix, Matrix];
  const parts = gradientParts(builder, pairs, p, width);
  const sums: Reduction[] = [];
  const { logitGradient } = regions;
  const hiddenGradient = (output: Matrix, hidden: Matrix) =>
    hiddenGradientJob(builder, output, hidden, [plain(logitGradient), plain(unembedding)]);

  if (hasSecondLayer) {
    const [deeper, deeperGradient] = arena.matrices(2, pairs, width) as [Matrix, Matrix];
    const weights = builder.place('l2.weight').matrix;
    builder.products('first hidden layer', [
      {
        ...product(values),
        added: { table: first, choice: { divisor: p, modulus: p } },
        alsoAdded: { table: second, choice: { divisor: 1, modulus: p } },
        bends: true,
      },
    ]);
    builder.products('second hidden layer', [
      {
        ...product(deeper, [plain(values), transposed(weights)]),
        bias: { row: builder.place('l2.bias').matrix },
        bends: true,
      },
    ]);
    addLoss(builder, pairMemory([deeper], undefined), [transposed(unembedding)]);
    builder.products('gradients of the second layer', [
      hiddenGradient(deeperGradient, deeper),
      partsJob(parts, [logitGradient, deeper]),
    ]);
    const weightParts = gradientParts(builder, pairs, width, width);
    builder.products('gradients of the first layer', [
      hiddenGradientJob(builder, gradient, values, [plain(deeperGradient), plain(weights)]),
      partsJob(weightParts, [deeperGradient, values]),
    ]);
    const biasRows = arena.matrix(p, width);
    sums.push(sumOverToken('first', deeperGradient, p, biasRows));
    builder.gradients.matrix('l2.weight', weightParts.first, weightParts.count, weightParts.stride);
    builder.gradients.rows('l2.bias', biasRows, p);
  } else {
    const source = pairTables({
      p,
      activation: 'relu',
      hidden: { base: second, first },
      hiddenValues: values,
      hiddenSlopes: gradient,
    });
    addLoss(builder, source, [transposed(unembedding)]);
    builder.products('gradients of hidden values', [
      hiddenGradient(gradient, values),
      partsJob(parts, [logitGradient, values]),
    ]);
  }

  const [firstGradient, secondGradient] = arena.matrices(2, p, width) as [Matrix, Matrix];
  builder.reductions('sums over pairs', [
    sumOverToken('second', gradient, p, firstGradient),
    sumOverToken('first', gradient, p, secondGradient),
    ...sums,
    lossSums,
  ]);

  const embeddingGradient = arena.matrix(embedding.rows, embedding.columns);
  const layerGradient = arena.matrix(firstLayer.matrix.rows, firstLayer.matrix.columns);
  const within = (group: Matrix): Matrix => ({
    ...layerGradient,
    offset: layerGradient.offset + group.offset - firstLayer.matrix.offset,
    columns: group.columns,
  });
  builder.products('gradients of parameters', [
    product(
      embeddingGradient,
      [plain(firstGradient), plain(firstWeights)],
      [plain(secondGradient), plain(secondWeights)],
    ),
    ...(model === 'linear-delta'
      ? [
          product(within(firstWeights), [transposed(firstGradient), plain(embedding)]),
          product(within(secondWeights), [transposed(secondGradient), plain(embedding)]),
        ]
      : [
          product(
            layerGradient,
            [transposed(firstGradient), plain(embedding)],
            [transposed(secondGradient), plain(embedding)],
          ),
        ]),
  ]);
  builder.gradients.matrix('embed.weight', embeddingGradient);
  builder.gradients.matrix('unembed.weight', parts.first, parts.count, parts.stride);
  builder.gradients.matrix('l1.weight', layerGradient);
  // In γ the bias stands in both tables, whose gradients lie one after the other.
  if (model === 'linear-gamma') builder.gradients.rows('l1.bias', firstGradient, 2 * p);
  else builder.gradients.rows('l1.bias', secondGradient, p);
  return builder.finish();
}
