/**
 * Any depth, any number of positions. The first block's queries, keys and values are still computed
 * once per token and then spread over the pairs; the last block is computed at the reading position
 * only, and its output weights are folded into the unembedding.
 */
import { modelDimensions, type RunConfiguration } from '../../../model/configuration.ts';
import { activated } from '../tape/activations.ts';
import { attendedValues } from '../tape/attention.ts';
import { linearMap, matrixProduct } from '../tape/products.ts';
import { reshaped, transposed } from '../tape/shapes.ts';
import { rowAdded, spreadOverPairs, sum } from '../tape/sums.ts';
import type { Node, Tape } from '../tape.ts';
import type { NetworkForward, ParameterLookup } from './network.ts';
import { type PositionTable, positionTables } from './tokens.ts';

/** Queries, keys, values and residual rows of one position, for all pairs. */
interface Position {
  readonly query: Node | undefined;
  readonly key: Node;
  readonly value: Node;
  readonly residual: Node;
}

/** Logits of a transformer of any depth, with or without the "=" token. */
export const deepTransformer: NetworkForward = (
  tape,
  configuration,
  parameters,
  causalMask = false,
) => {
  const tables = positionTables(tape, configuration, parameters);
  let positions = tables.map((table) => spreadPosition(tape, configuration, parameters, table));
  for (let layer = 0; layer + 1 < configuration.layers; layer++) {
    const residuals = positions.map((position, index) => {
      const seen = causalMask ? positions.slice(0, index + 1) : positions;
      const attended = withAttention(tape, configuration, parameters, layer, position, seen);
      const hidden = hiddenLayer(tape, configuration, parameters, layer, attended);
      const output = linearMap(tape, hidden, parameters(`blocks.${layer}.mlp.W_out`));
      const bias = parameters(`blocks.${layer}.mlp.b_out`);
      return sum(tape, attended, rowAdded(tape, output, bias));
    });
    const isLast = layer + 2 === configuration.layers;
    positions = residuals.map((residual, index) => {
      // Before the last block only the reading position asks.
      const asks = !isLast || index === residuals.length - 1;
      return project(tape, configuration, parameters, layer + 1, residual, asks);
    });
  }
  return readAnswer(tape, configuration, parameters, positions);
};

function readAnswer(
  tape: Tape,
  configuration: RunConfiguration,
  parameters: ParameterLookup,
  positions: Position[],
): Node {
  const layer = configuration.layers - 1;
  const last = positions.at(-1) as Position;
  const unembedding = parameters('unembed.W_U');
  const residual = withAttention(tape, configuration, parameters, layer, last, positions);
  const hidden = hiddenLayer(tape, configuration, parameters, layer, residual);
  const outputWeights = transposed(tape, parameters(`blocks.${layer}.mlp.W_out`));
  const bias = reshaped(tape, parameters(`blocks.${layer}.mlp.b_out`), [1, configuration.width]);
  const direct = rowAdded(
    tape,
    matrixProduct(tape, residual, unembedding),
    matrixProduct(tape, bias, unembedding),
  );
  const hiddenToLogits = matrixProduct(tape, outputWeights, unembedding);
  return sum(tape, direct, matrixProduct(tape, hidden, hiddenToLogits));
}

/**
 * Projections of a residual table or of residual rows for all pairs.
 *
 * @param asks whether the position reads others; without it there is no query
 */
function project(
  tape: Tape,
  configuration: RunConfiguration,
  parameters: ParameterLookup,
  layer: number,
  residual: Node,
  asks = true,
): Position {
  const { heads, width } = configuration;
  const shape = [heads * modelDimensions(configuration).headWidth, width];
  const through = (name: string) =>
    linearMap(tape, residual, reshaped(tape, parameters(`blocks.${layer}.attn.${name}`), shape));
  return {
    query: asks ? through('W_Q') : undefined,
    key: through('W_K'),
    value: through('W_V'),
    residual,
  };
}

function spreadPosition(
  tape: Tape,
  configuration: RunConfiguration,
  parameters: ParameterLookup,
  { table, source }: PositionTable,
): Position {
  const projected = project(tape, configuration, parameters, 0, table);
  const spread = (node: Node) => spreadOverPairs(tape, node, source, configuration.p);
  return {
    query: projected.query && spread(projected.query),
    key: spread(projected.key),
    value: spread(projected.value),
    residual: spread(projected.residual),
  };
}

/** Residual plus what attention brings to one position. */
function withAttention(
  tape: Tape,
  configuration: RunConfiguration,
  parameters: ParameterLookup,
  layer: number,
  position: Position,
  positions: readonly Position[],
): Node {
  const read = attendedValues(
    tape,
    position.query as Node,
    positions.map(({ key }) => key),
    positions.map(({ value }) => value),
    configuration.heads,
    configuration.attentionRate,
  );
  const output = linearMap(tape, read, parameters(`blocks.${layer}.attn.W_O`));
  return sum(tape, position.residual, output);
}

function hiddenLayer(
  tape: Tape,
  configuration: RunConfiguration,
  parameters: ParameterLookup,
  layer: number,
  residual: Node,
): Node {
  const before = linearMap(tape, residual, parameters(`blocks.${layer}.mlp.W_in`));
  const bias = parameters(`blocks.${layer}.mlp.b_in`);
  return activated(tape, rowAdded(tape, before, bias), configuration.activation);
}
