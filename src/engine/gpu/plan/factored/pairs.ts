/** The three launches of a factored step that look at all pairs: from tables to their gradients. */
import { modelDimensions } from '../../../../model/configuration.ts';
import type { Matrix } from '../../arena.ts';
import { plain, transposed } from '../../jobs.ts';
import { type PairAttention, type PairTables, pairTables } from '../../kernels/pair-tables.ts';
import type { AttentionGradient } from '../../kernels/score-gradients.ts';
import type { PlanBuilder } from '../../plan-builder.ts';
import {
  lossSums,
  type Reduction,
  scoreGradients,
  sumOfParts,
  sumOverToken,
  weightedSumOverToken,
} from '../../reductions.ts';
import { addLoss, gradientParts, hiddenGradientJob, partsJob } from '../answer.ts';
import {
  type Both,
  type ByToken,
  type FactoredLayout,
  kinds,
  tablesOf,
  tokenColumns,
} from './layout.ts';

/** Gradients that the pairs leave behind. */
export interface PairGradients {
  readonly base: Both;
  readonly tables: ByToken<Both>;
  readonly hiddenToLogits: Matrix;
  /** heads×p×p: of the scores; empty at α = 0. */
  readonly scores: Matrix;
}

/** Adds losses, gradients of all pairs' values, and their sums by token. */
export function addPairs(builder: PlanBuilder, layout: FactoredLayout): PairGradients {
  const { arena, configuration, regions } = builder;
  const { p, heads, activation } = configuration;
  const { hiddenWidth, vocabulary, pairs } = modelDimensions(configuration);
  const { attends, tables, hiddenToLogits } = layout;
  const hiddenValues = arena.matrix(pairs, hiddenWidth);
  const hiddenGradient = arena.matrix(pairs, hiddenWidth);
  const attention = attends ? attentionOf(builder, layout) : undefined;
  const ofPairs = (kind: keyof Both): PairTables => ({
    base: layout.base[kind],
    first: tables.first[kind],
    ...(attends && { second: tables.second[kind] }),
  });
  const source = pairTables({
    p,
    activation,
    hidden: ofPairs('hidden'),
    direct: ofPairs('direct'),
    hiddenValues,
    hiddenSlopes: hiddenGradient,
    ...(attention && { attention }),
  });
  addLoss(builder, source, [plain(hiddenToLogits)]);

  const { logitGradient } = regions;
  const parts = gradientParts(builder, pairs, hiddenWidth, vocabulary);
  builder.products('gradients of hidden values', [
    hiddenGradientJob(builder, hiddenGradient, hiddenValues, [
      plain(logitGradient),
      transposed(hiddenToLogits),
    ]),
    partsJob(parts, [hiddenValues, logitGradient]),
  ]);

  const base = tablesOf(builder, 1);
  const gradients: PairGradients = {
    base,
    tables: {
      first: tablesOf(builder, attends ? heads : 1),
      second: attends ? tablesOf(builder, heads) : base,
    },
    hiddenToLogits: arena.matrix(hiddenWidth, vocabulary),
    scores: arena.matrix(attends ? heads * p : 0, p),
  };
  const ofPair: Both = { hidden: hiddenGradient, direct: logitGradient };
  builder.reductions(
    'sums over pairs',
    [
      ...kinds.flatMap((kind) => tableSums(ofPair[kind], gradients, kind, p, attention)),
      ...(attends ? [scoreGradients(p)] : []),
      sumOfParts(parts.first, parts.count, gradients.hiddenToLogits),
      lossSums,
    ],
    attention && scoreGradientOf(layout, attention, ofPair, gradients.scores),
  );
  return gradients;
}

/** Where queries and keys are, and where the weights are kept. */
function attentionOf({ arena, configuration }: PlanBuilder, layout: FactoredLayout): PairAttention {
  const { heads, p } = configuration;
  const { tokens } = layout;
  return {
    heads,
    headColumns: layout.headColumns,
    scale: 1 / Math.sqrt(layout.headWidth),
    firstKeys: tokenColumns(layout, tokens.first, 'keys'),
    secondKeys: tokenColumns(layout, tokens.second, 'keys'),
    queries: tokenColumns(layout, tokens.second, 'queries'),
    weights: arena.matrix(p * p, heads),
  };
}

/** Gradients of the tables of one kind. */
function tableSums(
  pairs: Matrix,
  { base, tables }: PairGradients,
  kind: keyof Both,
  p: number,
  attention: PairAttention | undefined,
): Reduction[] {
  if (attention === undefined) {
    return [
      sumOverToken('second', pairs, p, tables.first[kind]),
      sumOverToken('first', pairs, p, base[kind]),
    ];
  }
  const { weights } = attention;
  return [
    weightedSumOverToken('second', pairs, weights, p, tables.first[kind]),
    weightedSumOverToken('first', pairs, weights, p, tables.second[kind], base[kind]),
  ];
}

function scoreGradientOf(
  { tables }: FactoredLayout,
  { heads, weights, scale }: PairAttention,
  pairs: Both,
  scores: Matrix,
): AttentionGradient {
  return {
    heads,
    weights,
    scale,
    scores,
    parts: kinds.map((kind) => ({
      gradient: pairs[kind],
      first: tables.first[kind],
      second: tables.second[kind],
    })),
  };
}
