/** Sums in a fixed order as data, for one launch of the reduction kernel. */
import { type Matrix, padded } from './arena.ts';
import { nothing } from './kernels/prelude.ts';
import { reductionKinds, sumWords } from './kernels/reduction.ts';
import { scorePairs } from './kernels/score-gradients.ts';

/** One sum of many rows, or another task of the kernel: its words, and how many workgroups it takes. */
export interface Reduction {
  readonly words: readonly number[];
  readonly blocks: number;
}

/** Over which of the two numbers of a pair is summed. */
export type SummedToken = 'first' | 'second';

/** Sums of p²×columns pair values over one of the two tokens: p×columns. */
export function sumOverToken(
  token: SummedToken,
  pairs: Matrix,
  p: number,
  output: Matrix,
  options: { readonly rows?: number; readonly accumulates?: boolean } = {},
): Reduction {
  const row = pairs.stride / 4;
  return encode({
    kind: reductionKinds.plain,
    ...outputWords(output),
    // Of the first token all rows of a launch, which may hold a part of the pairs.
    rows: token === 'second' ? (options.rows ?? p) : p,
    terms: token === 'second' ? p : (options.rows ?? p),
    input: pairs.offset / 4,
    inputRowStride: token === 'second' ? p * row : row,
    inputTermStride: token === 'second' ? row : p * row,
    accumulates: options.accumulates ? 1 : 0,
  });
}

/**
 * For each head, sums over one token weighted with the head's attention: what belongs to the table of
 * the other token. `output` is the first of heads×p×columns.
 *
 * @param weights p²×heads
 * @param unweighted where the plain sum goes, when it is wanted too
 */
export function weightedSumOverToken(
  token: SummedToken,
  pairs: Matrix,
  weights: Matrix,
  p: number,
  output: Matrix,
  unweighted?: Matrix,
): Reduction {
  const row = pairs.stride / 4;
  const weight = weights.stride / 4;
  const strides = (one: number) => (token === 'second' ? [p * one, one] : [one, p * one]);
  const [inputRowStride, inputTermStride] = strides(row) as [number, number];
  const [weightRowStride, weightTermStride] = strides(weight) as [number, number];
  return encode({
    kind: token === 'second' ? reductionKinds.firstToken : reductionKinds.secondToken,
    ...outputWords(output),
    rows: p,
    terms: p,
    input: pairs.offset / 4,
    inputRowStride,
    inputTermStride,
    outputHeadStride: (p * output.stride) / 4,
    unweighted: unweighted === undefined ? nothing : unweighted.offset / 4,
    weightRowStride,
    weightTermStride,
  });
}

/** Sum of equal matrices that lie directly one after the other. */
export function sumOfParts(first: Matrix, count: number, output: Matrix): Reduction {
  return encode({
    kind: reductionKinds.plain,
    ...outputWords(output),
    rows: output.rows,
    terms: count,
    input: first.offset / 4,
    inputRowStride: first.stride / 4,
    inputTermStride: (first.rows * first.stride) / 4,
  });
}

/** Gradient of the attention scores of all pairs. */
export function scoreGradients(p: number): Reduction {
  return { ...encode({ kind: reductionKinds.scores }), blocks: p * (padded(p) / scorePairs) };
}

/** Losses and right answers into the history. */
export const lossSums: Reduction = {
  ...encode({ kind: reductionKinds.losses }),
  blocks: 1,
};

function outputWords({ offset, stride }: Matrix) {
  return { output: offset / 4, outputStride: stride / 4, groups: stride / 4 };
}

function encode(words: Partial<Record<(typeof sumWords)[number], number>>): Reduction {
  return {
    words: sumWords.map((word) => words[word] ?? 0),
    blocks: Math.ceil(((words.rows ?? 0) * (words.groups ?? 0)) / 64),
  };
}
