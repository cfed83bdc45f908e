/** The first two launches of a factored step: what is computed once per token. */
import { type ProductJob, plain, product, transposed } from '../../jobs.ts';
import type { PlanBuilder } from '../../plan-builder.ts';
import { type FactoredLayout, headColumnsOf, headTable, kinds, tokenColumns } from './layout.ts';

/** Adds the projections of all tokens and the folded weights, then the tables. */
export function addTables(builder: PlanBuilder, layout: FactoredLayout): void {
  const { inputs, projections, tokens, folded, base, output, outputBias } = layout;
  const { hiddenWeights, outputWeights, unembedding, hiddenToLogits } = layout;
  builder.products('projections', [
    product(tokens.first, [inputs.first, transposed(projections.first)]),
    product(tokens.second, [inputs.second, transposed(projections.second)]),
    product(folded.hidden, [plain(hiddenWeights), plain(output)]),
    product(folded.direct, [transposed(unembedding), plain(output)]),
    product(hiddenToLogits, [transposed(outputWeights), plain(unembedding)]),
  ]);
  const ownValues = plain(tokenColumns(layout, tokens.second, 'values'));
  builder.products('tables', [
    {
      ...product(
        base.hidden,
        [inputs.second, transposed(hiddenWeights)],
        [ownValues, transposed(folded.hidden)],
      ),
      bias: { row: builder.place('blocks.0.mlp.b_in').matrix },
    },
    product(
      base.direct,
      [inputs.second, plain(unembedding)],
      [ownValues, transposed(folded.direct)],
      [outputBias, plain(unembedding)],
    ),
    ...kinds.flatMap((kind) =>
      layout.attends
        ? layout.heads.flatMap((head) => headTableJobs(builder, layout, kind, head))
        : [product(layout.tables.first[kind], [plain(tokens.first), transposed(folded[kind])])],
    ),
  ]);
}

/** F_h and S_h. */
function headTableJobs(
  { configuration: { p } }: PlanBuilder,
  layout: FactoredLayout,
  kind: (typeof kinds)[number],
  head: number,
): ProductJob[] {
  const weights = transposed(headColumnsOf(layout, layout.folded[kind], head));
  return (['first', 'second'] as const).map((token) =>
    product(headTable(layout.tables[token][kind], head, p), [
      plain(headColumnsOf(layout, layout.tokens[token], head)),
      weights,
    ]),
  );
}
