/**
 * The factored forward pass (`engine/stock/networks/factored-transformer.ts` has the formulas) as one
 * would write it for jax-js. Its arrays are counted by hand: every operation uses its arguments up,
 * and `.ref` keeps one for a further use.
 */
import type { lax, nn, numpy } from '@jax-js/jax';
import { modelDimensions, type RunConfiguration } from '../../../model/configuration.ts';

type Values = numpy.Array;

/** The parts of jax-js that the forward pass needs. */
export interface JaxModules {
  readonly numpy: typeof numpy;
  readonly nn: typeof nn;
  readonly lax: typeof lax;
}

/** Parameters by state-dict name. */
export type NamedValues = Record<string, Values>;

/** Tables with one row a token; `heads` is empty without attention weights. */
interface TokenTables {
  /** p×width: what token a adds by constant attention; undefined at attention rate 1. */
  readonly first: Values | undefined;
  /** p×width: what token b adds in any case. */
  readonly second: Values;
  readonly heads: readonly {
    /** p×p×1: attention rate times attention weight. */
    readonly weight: Values;
    /** p×width. */
    readonly first: Values;
    readonly second: Values;
  }[];
}

/**
 * Logits of a one-block transformer without the "=" token: p²×vocabulary, row a·p + b.
 *
 * @param parameters used up
 */
export function jaxForward(
  modules: JaxModules,
  configuration: RunConfiguration,
  parameters: NamedValues,
): Values {
  const { numpy: np } = modules;
  const { p, activation } = configuration;
  const { hiddenWidth, vocabulary } = modelDimensions(configuration);
  const take = (name: string) => parameters[name] as Values;
  const tables = tokenTables(modules, configuration, take);
  const unembedding = take('unembed.W_U');

  const before = readThrough(
    np,
    tables,
    take('blocks.0.mlp.W_in').transpose(),
    take('blocks.0.mlp.b_in'),
  );
  const hidden =
    activation === 'relu' ? modules.nn.relu(before) : gaussianErrorLinear(modules, before);
  const outputBias = np.matmul(take('blocks.0.mlp.b_out'), unembedding.ref);
  const hiddenToLogits = np.matmul(take('blocks.0.mlp.W_out').transpose(), unembedding.ref);
  const direct = readThrough(np, tables, unembedding, outputBias);
  disposeTables(tables);
  const throughHidden = np.matmul(hidden.reshape([p * p, hiddenWidth]), hiddenToLogits);
  return direct.reshape([p * p, vocabulary]).add(throughHidden);
}

function tokenTables(
  { numpy: np, nn }: JaxModules,
  configuration: RunConfiguration,
  take: (name: string) => Values,
): TokenTables {
  const { p, width, heads, attentionRate, separateEmbeddings } = configuration;
  const { headWidth } = modelDimensions(configuration);
  const embedding = take('embed.W_E').transpose();
  const positions = take('pos_embed.W_pos');
  const start = separateEmbeddings ? p : 0;
  const x0 = embedding.ref.slice([0, p]).add(positions.ref.slice([0, 1]));
  const x1 = embedding.slice([start, start + p]).add(positions.slice([1, 2]));

  const columns = heads * headWidth;
  const project = (x: Values, weights: Values) =>
    np.matmul(x, weights.reshape([columns, width]).transpose());
  const values = take('blocks.0.attn.W_V');
  const output = take('blocks.0.attn.W_O');
  const firstValues = project(x0.ref, values.ref);
  const secondValues = project(x1.ref, values);
  const second = x1.ref.add(np.matmul(secondValues.ref, output.ref.transpose()));
  const first =
    attentionRate < 1
      ? np.matmul(firstValues.ref, output.ref.transpose()).mul(1 - attentionRate)
      : undefined;
  const keys = take('blocks.0.attn.W_K');
  const queries = take('blocks.0.attn.W_Q');
  if (attentionRate === 0) {
    for (const unused of [x0, x1, keys, queries, output, firstValues, secondValues]) {
      unused.dispose();
    }
    return { first, second, heads: [] };
  }

  const byHead = (x: Values) => x.reshape([p, heads, headWidth]).transpose([1, 0, 2]);
  const query = byHead(project(x1.ref, queries));
  const ownScore = query.ref.mul(byHead(project(x1, keys.ref))).sum(2);
  const scores = np
    .matmul(byHead(project(x0, keys)), query.transpose([0, 2, 1]))
    .sub(ownScore.reshape([heads, 1, p]));
  const weights = nn.sigmoid(scores.mul(1 / Math.sqrt(headWidth))).mul(attentionRate);
  const outputByHead = output.transpose().reshape([heads, headWidth, width]);
  const firstHeads = np.matmul(byHead(firstValues), outputByHead.ref);
  const secondHeads = np.matmul(byHead(secondValues), outputByHead);
  const [weightOf, firstOf, secondOf] = [weights, firstHeads, secondHeads].map(
    (x) => np.unstack(x) as Values[],
  ) as [Values[], Values[], Values[]];
  return {
    first,
    second,
    heads: weightOf.map((weight, head) => ({
      weight: weight.reshape([p, p, 1]),
      first: firstOf[head] as Values,
      second: secondOf[head] as Values,
    })),
  };
}

/** residual·weights + bias for all pairs, with the weights applied to the tables: p×p×columns. */
function readThrough(
  np: JaxModules['numpy'],
  tables: TokenTables,
  weights: Values,
  bias: Values,
): Values {
  const through = (table: Values) => np.matmul(table.ref, weights.ref);
  let total = np.expandDims(through(tables.second).add(bias), 0);
  if (tables.first !== undefined) total = np.expandDims(through(tables.first), 1).add(total);
  for (const { weight, first, second } of tables.heads) {
    const difference = np.expandDims(through(first), 1).sub(np.expandDims(through(second), 0));
    total = total.add(difference.mul(weight.ref));
  }
  weights.dispose();
  return total;
}

function disposeTables({ first, second, heads }: TokenTables): void {
  first?.dispose();
  second.dispose();
  for (const head of heads) {
    head.weight.dispose();
    head.first.dispose();
    head.second.dispose();
  }
}

/** x·Φ(x), the exact form of GELU. */
function gaussianErrorLinear({ lax }: JaxModules, x: Values): Values {
  return x.ref.mul(lax.erf(x.mul(Math.SQRT1_2)).add(1).mul(0.5));
}
