/** The network's input as one table a position, a row a token, with what the first block makes of it. */
import { productWithTransposed } from '../../math/matrix-product.ts';
import { modelDimensions, type RunConfiguration } from '../configuration.ts';
import type { PreciseParameters } from '../precise-parameters.ts';

/** Pairs to compute, by their two numbers. */
export interface PairBatch {
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** Queries, keys and values of some rows; queries and keys only where scores are needed (α > 0). */
export interface Projection {
  readonly query: Float64Array | undefined;
  readonly key: Float64Array | undefined;
  readonly value: Float64Array;
}

/** All rows a position can hold: embedding plus position, count × width. */
export interface PositionTable extends Projection {
  readonly count: number;
  readonly rows: Float64Array;
  /** Row of the table for each pair. */
  readonly tokensOf: (batch: PairBatch) => Int32Array;
}

/** Tables of a, b and, with the "=" token, of that. */
export function positionTables(
  configuration: RunConfiguration,
  parameters: PreciseParameters,
): PositionTable[] {
  const { p, width, separateEmbeddings } = configuration;
  const { vocabulary, context } = modelDimensions(configuration);
  const embedding = parameters.transposed('embed.W_E', width, vocabulary);
  const positions = parameters.values('pos_embed.W_pos');
  const sources: Pick<PositionTable, 'count' | 'tokensOf'>[] = [
    { count: p, tokensOf: ({ first }) => first },
    { count: p, tokensOf: ({ second }) => second },
    { count: 1, tokensOf: ({ first }) => new Int32Array(first.length) },
  ];
  const starts = [0, separateEmbeddings ? p : 0, vocabulary - 1];
  return sources.slice(0, context).map((source, position) => {
    const start = starts[position] as number;
    const rows = embedding.slice(start * width, (start + source.count) * width);
    for (let at = 0; at < rows.length; at++) {
      rows[at] = (rows[at] as number) + (positions[position * width + (at % width)] as number);
    }
    return { ...source, rows, ...project(configuration, parameters, 0, rows) };
  });
}

/** Rows of any position through W_Q, W_K and W_V of a layer. */
export function project(
  { width, attentionRate }: RunConfiguration,
  parameters: PreciseParameters,
  layer: number,
  rows: Float64Array,
): Projection {
  const through = (name: string) =>
    productWithTransposed(rows, parameters.values(`blocks.${layer}.attn.${name}`), width);
  const scored = attentionRate > 0;
  return {
    query: scored ? through('W_Q') : undefined,
    key: scored ? through('W_K') : undefined,
    value: through('W_V'),
  };
}
