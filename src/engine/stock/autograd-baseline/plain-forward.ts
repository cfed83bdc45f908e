/**
 * The factored forward pass (see `networks/factored-transformer.ts`, whose formulas it repeats) in
 * TensorFlow.js' own operations, as one would write it for automatic differentiation. Only operations
 * that have a gradient are used; matrix products stay 2-D × 2-D or 3-D × 3-D.
 */
import * as tf from '@tensorflow/tfjs-core';
import { modelDimensions, type RunConfiguration } from '../../../model/configuration.ts';

/** Looks up a parameter by its state-dict name. */
export type TensorLookup = (name: string) => tf.Tensor;

/** Tables with one row a token; the weights of a head are p×p, its tables p×width. */
interface TokenTables {
  readonly first: tf.Tensor | undefined;
  readonly second: tf.Tensor;
  readonly heads: readonly {
    readonly weight: tf.Tensor;
    readonly first: tf.Tensor;
    readonly second: tf.Tensor;
  }[];
}

/** Logits of a one-block transformer without the "=" token: p²×vocabulary, row a·p + b. */
export function plainForward(
  configuration: RunConfiguration,
  parameters: TensorLookup,
): tf.Tensor2D {
  const { p, width, activation } = configuration;
  const { hiddenWidth, vocabulary } = modelDimensions(configuration);
  const tables = tokenTables(configuration, parameters);
  const unembedding = parameters('unembed.W_U');
  const outputWeights = parameters('blocks.0.mlp.W_out');

  const beforeHidden = readThrough(
    tables,
    tf.transpose(parameters('blocks.0.mlp.W_in')),
    parameters('blocks.0.mlp.b_in'),
  );
  const hidden = activation === 'relu' ? tf.relu(beforeHidden) : gaussianErrorLinear(beforeHidden);
  const outputBias = tf.reshape(parameters('blocks.0.mlp.b_out'), [1, width]);
  const direct = readThrough(tables, unembedding, tf.matMul(outputBias, unembedding));
  const hiddenToLogits = tf.matMul(outputWeights, unembedding, true);
  return tf.add(
    tf.reshape(direct, [p * p, vocabulary]),
    tf.matMul(tf.reshape(hidden, [p * p, hiddenWidth]), hiddenToLogits),
  );
}

function tokenTables(configuration: RunConfiguration, parameters: TensorLookup): TokenTables {
  const { p, width, heads, attentionRate, separateEmbeddings } = configuration;
  const { headWidth } = modelDimensions(configuration);
  const embedding = tf.transpose(parameters('embed.W_E'));
  const positions = parameters('pos_embed.W_pos');
  const tokens = (start: number, position: number) =>
    tf.add(
      tf.slice(embedding, [start, 0], [p, width]),
      tf.slice(positions, [position, 0], [1, width]),
    );
  const x0 = tokens(0, 0);
  const x1 = tokens(separateEmbeddings ? p : 0, 1);

  const project = (x: tf.Tensor, name: string) => {
    const weights = tf.reshape(parameters(`blocks.0.attn.${name}`), [heads * headWidth, width]);
    return tf.matMul(x, weights, false, true);
  };
  const outputWeights = parameters('blocks.0.attn.W_O');
  const firstValues = project(x0, 'W_V');
  const secondValues = project(x1, 'W_V');
  const first =
    attentionRate < 1
      ? tf.mul(tf.matMul(firstValues, outputWeights, false, true), 1 - attentionRate)
      : undefined;
  const second = tf.add(x1, tf.matMul(secondValues, outputWeights, false, true));
  if (attentionRate === 0) return { first, second, heads: [] };

  const byHead = (x: tf.Tensor) => tf.transpose(tf.reshape(x, [p, heads, headWidth]), [1, 0, 2]);
  const query = byHead(project(x1, 'W_Q'));
  const ownScore = tf.sum(tf.mul(query, byHead(project(x1, 'W_K'))), 2);
  const scores = tf.sub(
    tf.matMul(byHead(project(x0, 'W_K')), query, false, true),
    tf.reshape(ownScore, [heads, 1, p]),
  );
  const weights = tf.mul(tf.sigmoid(tf.mul(scores, 1 / Math.sqrt(headWidth))), attentionRate);
  const outputByHead = tf.reshape(tf.transpose(outputWeights), [heads, headWidth, width]);
  const perHead = (values: tf.Tensor) => tf.unstack(tf.matMul(byHead(values), outputByHead));
  const firstHeads = perHead(firstValues);
  const secondHeads = perHead(secondValues);
  return {
    first,
    second,
    heads: tf.unstack(weights).map((weight, head) => ({
      weight,
      first: firstHeads[head] as tf.Tensor,
      second: secondHeads[head] as tf.Tensor,
    })),
  };
}

/** residual·weights + bias for all pairs, with the weights applied to the tables: p×p×columns. */
function readThrough(tables: TokenTables, weights: tf.Tensor, bias: tf.Tensor): tf.Tensor {
  const through = (table: tf.Tensor) => tf.matMul(table, weights);
  let total = tf.expandDims(tf.add(through(tables.second), bias), 0);
  if (tables.first !== undefined) total = tf.add(tf.expandDims(through(tables.first), 1), total);
  for (const { weight, first, second } of tables.heads) {
    const difference = tf.sub(tf.expandDims(through(first), 1), tf.expandDims(through(second), 0));
    total = tf.add(total, tf.mul(difference, tf.expandDims(weight, 2)));
  }
  return total;
}

/** x·Φ(x), the exact form of GELU. */
function gaussianErrorLinear(x: tf.Tensor): tf.Tensor {
  return tf.mul(x, tf.mul(tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1), 0.5));
}
