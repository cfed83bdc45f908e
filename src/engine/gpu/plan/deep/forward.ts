/** The forward pass of a part of the pairs, up to the loss. */
import type { Matrix } from '../../arena.ts';
import { plain, product, transposed } from '../../jobs.ts';
import { attentionForward, attentionThreads } from '../../kernels/attention.ts';
import { pairMemory } from '../../kernels/pair-memory.ts';
import type { PlanBuilder } from '../../plan-builder.ts';
import { addLoss } from '../answer.ts';
import {
  type AskingLayout,
  attentionOf,
  type DeepLayout,
  type LayerLayout,
  type PairPart,
  partRows,
  projectionWeights,
  residualOf,
} from './layout.ts';

/** Adds its launches: three for the last block, five for the others, and the loss. */
export function addForward(builder: PlanBuilder, layout: DeepLayout, part: PairPart): void {
  const { p, heads, activation } = builder.configuration;
  const range = { start: part.firstToken * p, count: part.tokens * p };
  const rows = (matrix: Matrix) => partRows(matrix, part, p);
  for (const [layer, { asking, output }] of layout.layers.entries()) {
    const block = (name: string) => builder.place(`blocks.${layer}.mlp.${name}`).matrix;
    builder.launch(
      'attention',
      attentionForward(attentionOf(builder, layout, layer)),
      Math.ceil((range.count * heads) / attentionThreads),
      { parameter: range.start, option: range.count },
    );
    builder.products(
      'attention output',
      asking.map(({ position, read, attended }) => ({
        ...product(rows(attended), [plain(rows(read)), transposed(output)]),
        added: residualOf(layout, layer, position, part, p),
      })),
    );
    builder.products(
      'hidden layer',
      asking.map(({ attended, hidden, hiddenGradient }) => ({
        ...product(rows(hidden), [plain(rows(attended)), transposed(block('W_in'))]),
        bias: { row: block('b_in') },
        bends: true,
        ...(activation === 'gelu' && {
          slopes: { matrix: hiddenGradient, kind: 'written' as const },
        }),
      })),
    );
    const next = layout.layers[layer + 1];
    if (next === undefined) continue;
    builder.products(
      'residual',
      asking.map(({ position, attended, hidden }) => ({
        ...product(rows(next.residuals[position] as Matrix), [
          plain(rows(hidden)),
          transposed(block('W_out')),
        ]),
        bias: { row: block('b_out') },
        added: { table: attended },
      })),
    );
    builder.products(
      'projections',
      next.projections.map((projected, position) =>
        product(rows(projected), [
          plain(rows(next.residuals[position] as Matrix)),
          transposed(projectionWeights(layout, layer + 1, position)),
        ]),
      ),
    );
  }
  const [{ attended, hidden }] = (layout.layers.at(-1) as LayerLayout).asking as [AskingLayout];
  addLoss(
    builder,
    pairMemory([attended, hidden], layout.logitBias),
    [plain(builder.place('unembed.W_U').matrix), plain(layout.hiddenToLogits)],
    range,
  );
}
