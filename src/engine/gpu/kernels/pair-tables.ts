/**
 * Hidden values of pairs out of tables with one row a token (DESIGN section 4). With the tables
 * F_h and S_h of what head h reads from the first and the second token, already through the hidden
 * or the output weights, and σ_h its weight on the first token,
 *
 *   value[a,b] = base[b] + Σ_h ((1 − α + α·σ_h[a,b])·F_h[a] − α·σ_h[a,b]·S_h[b]),
 *
 * where base holds everything that b brings at α = 0. Without heads F is one table for all.
 */
import type { Activation } from '../../../model/configuration.ts';
import type { Matrix } from '../arena.ts';
import { activationFunctions } from './activation.ts';
import type { PairLossVariant } from './pair-loss.ts';
import { pairsPerWorkgroup, unrolled } from './prelude.ts';

/** Tables of values of one kind, hidden or direct to the logits. */
export interface PairTables {
  /** p×columns: what b brings. */
  readonly base: Matrix;
  /** p×columns, or heads×p×columns: what is read from a. */
  readonly first: Matrix;
  /** heads×p×columns: what is read from b. */
  readonly second?: Matrix;
}

/** Queries and keys, a column group a head. */
export interface PairAttention {
  readonly heads: number;
  /** Padded width of a head. */
  readonly headColumns: number;
  /** 1/√(width of a head). */
  readonly scale: number;
  /** p×(heads·width) each: keys of the first and second token, queries of the second. */
  readonly firstKeys: Matrix;
  readonly secondKeys: Matrix;
  readonly queries: Matrix;
  /** p²×heads: where σ is kept for the backward pass. */
  readonly weights: Matrix;
}

/** What a pair's values come from. */
export interface PairSource {
  readonly p: number;
  readonly activation: Activation;
  readonly hidden: PairTables;
  /** p²×columns: where hidden values are kept. */
  readonly hiddenValues: Matrix;
  /** p²×columns: where GELU's slopes are kept. */
  readonly hiddenSlopes: Matrix;
  /** What logits begin with; absent where they begin at zero. */
  readonly direct?: PairTables;
  readonly attention?: PairAttention;
}

/** The parts of the loss kernel that read the tables. */
export function pairTables(
  source: PairSource,
): Pick<PairLossVariant, 'declarations' | 'preparation' | 'segments'> {
  const { hiddenValues, hiddenSlopes, direct, attention, activation, p } = source;
  const place = (matrix: Matrix, row: string) =>
    `base + ${matrix.offset / 4}u + ${row} * ${matrix.stride / 4}u`;
  const declarations = /* wgsl */ `${activationFunctions(activation)}
${attention === undefined ? '' : `var<workgroup> firstWeights: array<f32, ${pairsPerWorkgroup * attention.heads}>;`}
fn hidden0(base: u32, pair: vec3u, local: u32, group: u32) -> vec4f {
  let before = ${tableValue(source.hidden, 'group')};
  let value = bend(before);
  arena[${place(hiddenValues, 'pair.x')} + group] = value;
  ${activation === 'gelu' ? `arena[${place(hiddenSlopes, 'pair.x')} + group] = slope(before);` : ''}
  return value;
}
fn firstLogits(base: u32, pair: vec3u, local: u32, column: u32) -> vec4f {
  ${
    direct === undefined
      ? 'return vec4f();'
      : `if (column >= ${direct.base.stride / 4}u) { return vec4f(); }
  return ${tableValue(direct, 'column')};`
  }
}
`;
  return {
    declarations,
    preparation: (threads) => (attention === undefined ? '' : attentionWeights(attention, threads)),
    segments: [hiddenValues.columns],
  };

  /** A table value of a pair, as a WGSL expression. */
  function tableValue({ base, first, second }: PairTables, group: string): string {
    const ofSecond = `arena[${place(base, 'pair.z')} + ${group}]`;
    const ofFirst = `arena[${place(first, 'pair.y')} + ${group}]`;
    if (attention === undefined || second === undefined) return `${ofSecond} + ${ofFirst}`;
    const { heads } = attention;
    return [
      ofSecond,
      ...Array.from({ length: heads }, (_, head) => {
        const firstTable = place(first, `(${head * p}u + pair.y)`);
        const secondTable = place(second, `(${head * p}u + pair.z)`);
        const weight = `firstWeights[local * ${heads}u + ${head}u]`;
        return `(1.0 - arena[base].x + ${weight}) * arena[${firstTable} + ${group}] - ${weight} * arena[${secondTable} + ${group}]`;
      }),
    ].join('\n    + ');
  }

  /** σ and α·σ of the workgroup's pairs: softmax over two tokens is a sigmoid. */
  function attentionWeights(source: PairAttention, threads: number): string {
    const { heads, headColumns, scale, firstKeys, secondKeys, queries, weights } = source;
    const headGroups = Math.ceil(heads / 4);
    return /* wgsl */ `
  for (var index = thread; index < ${pairsPerWorkgroup * headGroups}u; index += ${threads}u) {
    let local = index / ${headGroups}u;
    let pair = tokensOf(pairAt(workgroup.x, local));
    var scores = vec4f();
${unrolled(
  4,
  (i) => `    {
      let head = index % ${headGroups}u * 4u + ${i}u;
      if (head < ${heads}u) {
        let query = ${place(queries, 'pair.z')} + head * ${headColumns / 4}u;
        let firstKey = ${place(firstKeys, 'pair.y')} + head * ${headColumns / 4}u;
        let secondKey = ${place(secondKeys, 'pair.z')} + head * ${headColumns / 4}u;
        for (var group = 0u; group < ${headColumns / 4}u; group++) {
          scores[${i}] += dot(arena[query + group], arena[firstKey + group] - arena[secondKey + group]);
        }
        firstWeights[local * ${heads}u + head] = arena[base].x / (1.0 + exp(-scores[${i}] * ${scale}));
      }
    }`,
)}
    arena[${place(weights, 'pair.x')} + index % ${headGroups}u] = 1.0 / (1.0 + exp(-scores * ${scale}));
  }
  workgroupBarrier();`;
  }
}
