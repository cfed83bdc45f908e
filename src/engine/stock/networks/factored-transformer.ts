/**
 * One block, two positions, answer read at the second: everything linear is applied once per token
 * and head instead of once per pair (DESIGN section 4). With X⁰, X¹ the rows at the two positions,
 * P_h = X⁰V_hᵀO_hᵀ, R_h = X¹V_hᵀO_hᵀ and σ_h the weight of head h on the first token,
 *
 *   residual[a,b] = (1−α)·ΣP_h[a] + (X¹ + ΣR_h)[b] + α·Σ_h σ_h[a,b]·(P_h[a] − R_h[b])
 *   hidden        = activation(W_in·residual + b_in)
 *   logits        = W_Uᵀ·residual + (W_UᵀW_out)·hidden + W_Uᵀb_out.
 */
import { modelDimensions, type RunConfiguration } from '../../../model/configuration.ts';
import { activated, scaledSigmoid } from '../tape/activations.ts';
import { scoreDifference } from '../tape/attention.ts';
import { type HeadTables, pairSum } from '../tape/pair-sum.ts';
import { batchedProduct, linearMap, matrixProduct } from '../tape/products.ts';
import { reshaped, splitHeads, transposed, unstacked } from '../tape/shapes.ts';
import { rowAdded, scaled, sum } from '../tape/sums.ts';
import type { Node, Tape } from '../tape.ts';
import type { NetworkForward, ParameterLookup } from './network.ts';
import { positionTables } from './tokens.ts';

/** Tables with one row a token, before anything is computed for pairs. */
interface TokenTables {
  readonly first: Node | undefined;
  readonly second: Node;
  /** One entry a head; empty at α = 0. Its tables are width wide, before W_in or W_U. */
  readonly heads: readonly HeadTables[];
}

/** Logits of a one-block transformer without the "=" token. */
export const factoredTransformer: NetworkForward = (tape, configuration, parameters) => {
  const tables = tokenTables(tape, configuration, parameters);
  const hiddenWeights = transposed(tape, parameters('blocks.0.mlp.W_in'));
  const unembedding = parameters('unembed.W_U');
  const outputWeights = parameters('blocks.0.mlp.W_out');

  const beforeHidden = readThrough(tape, tables, hiddenWeights, parameters('blocks.0.mlp.b_in'));
  const hidden = activated(tape, beforeHidden, configuration.activation);
  const outputBias = reshaped(tape, parameters('blocks.0.mlp.b_out'), [1, configuration.width]);
  const direct = readThrough(
    tape,
    tables,
    unembedding,
    matrixProduct(tape, outputBias, unembedding),
  );
  const hiddenToLogits = matrixProduct(tape, transposed(tape, outputWeights), unembedding);
  return sum(tape, direct, matrixProduct(tape, hidden, hiddenToLogits));
};

function tokenTables(
  tape: Tape,
  configuration: RunConfiguration,
  parameters: ParameterLookup,
): TokenTables {
  const { heads, width, attentionRate } = configuration;
  const { headWidth } = modelDimensions(configuration);
  const allHeads = [heads * headWidth, width];
  const weights = (name: string) => reshaped(tape, parameters(`blocks.0.attn.${name}`), allHeads);
  const [x0, x1] = positionTables(tape, configuration, parameters).map(({ table }) => table) as [
    Node,
    Node,
  ];
  const valueWeights = weights('W_V');
  const outputWeights = parameters('blocks.0.attn.W_O');
  const firstValues = linearMap(tape, x0, valueWeights);
  const secondValues = linearMap(tape, x1, valueWeights);

  const firstSum =
    attentionRate < 1
      ? scaled(tape, linearMap(tape, firstValues, outputWeights), 1 - attentionRate)
      : undefined;
  const second = sum(tape, x1, linearMap(tape, secondValues, outputWeights));
  if (attentionRate === 0) return { first: firstSum, second, heads: [] };

  const byHead = (x: Node, name: string) =>
    splitHeads(tape, linearMap(tape, x, weights(name)), heads);
  const score = scoreDifference(
    tape,
    byHead(x1, 'W_Q'),
    byHead(x0, 'W_K'),
    byHead(x1, 'W_K'),
    1 / Math.sqrt(headWidth),
  );
  const outputByHead = reshaped(tape, transposed(tape, outputWeights), [heads, headWidth, width]);
  const perHead = (values: Node) =>
    unstacked(tape, batchedProduct(tape, splitHeads(tape, values, heads), outputByHead));
  const firstHeads = perHead(firstValues);
  const secondHeads = perHead(secondValues);
  const headWeights = unstacked(tape, scaledSigmoid(tape, score, attentionRate));
  return {
    first: firstSum,
    second,
    heads: headWeights.map((weight, head) => ({
      weight,
      first: firstHeads[head] as Node,
      second: secondHeads[head] as Node,
    })),
  };
}

/** residual·weights + bias for all pairs, with the weights applied to the tables. */
function readThrough(tape: Tape, tables: TokenTables, weights: Node, bias: Node): Node {
  const through = (table: Node) => matrixProduct(tape, table, weights);
  const second = rowAdded(tape, through(tables.second), bias);
  // At α = 1 the unattended part of the first token vanishes: a zero table stands in for it.
  const first = tables.first === undefined ? scaled(tape, second, 0) : through(tables.first);
  const heads = tables.heads.map((head) => ({
    weight: head.weight,
    first: through(head.first),
    second: through(head.second),
  }));
  return pairSum(tape, first, second, heads);
}
