/**
 * Pre-activations of the first hidden layer at the reading position, with W_in applied once per token
 * and head instead of once per pair: W_in·(X + Σ_h Σ_j weight·O_h V_h X_j) + b_in.
 */
import { productWithTransposed } from '../../math/matrix-product.ts';
import { addToRows, gatherRows } from '../../math/matrix-rows.ts';
import { modelDimensions, type RunConfiguration } from '../configuration.ts';
import type { PreciseParameters } from '../precise-parameters.ts';
import { softmaxWeights } from './attention.ts';
import { type PairBatch, type PositionTable, positionTables } from './position-tables.ts';

/** Computes the pre-activations of batches, rows × hiddenWidth. The tables are made once. */
export function firstLayer(
  configuration: RunConfiguration,
  parameters: PreciseParameters,
): (batch: PairBatch) => Float64Array {
  const { heads, width, attentionRate } = configuration;
  const { headWidth, hiddenWidth } = modelDimensions(configuration);
  const tables = positionTables(configuration, parameters);
  const reading = tables.at(-1) as PositionTable;
  const weights = parameters.values('blocks.0.mlp.W_in');
  const base = productWithTransposed(reading.rows, weights, width);
  addToRows(base, parameters.values('blocks.0.mlp.b_in'));
  const headTables = tables.map((table) =>
    Array.from({ length: heads }, (_, head) =>
      headTable(table, head, headWidth, configuration, parameters),
    ),
  );

  return (batch) => {
    const tokens = tables.map(({ tokensOf }) => tokensOf(batch));
    const spread = (rows: Float64Array, position: number) =>
      gatherRows(rows, heads * headWidth, tokens[position] as Int32Array);
    const softmax =
      reading.query === undefined
        ? undefined
        : softmaxWeights(
            { heads, headWidth, attentionRate },
            spread(reading.query, tables.length - 1),
            tables.map(({ key }, position) => spread(key as Float64Array, position)),
            batch.first.length,
          );
    const hidden = gatherRows(base, hiddenWidth, tokens.at(-1) as Int32Array);
    headTables.forEach((perHead, position) => {
      perHead.forEach((table, head) => {
        tokens[position]?.forEach((token, row) => {
          const share = softmax?.[(row * heads + head) * tables.length + position] ?? 0;
          const factor = attentionRate * share + 1 - attentionRate;
          const [from, to] = [token * hiddenWidth, row * hiddenWidth];
          for (let i = 0; i < hiddenWidth; i++) {
            hidden[to + i] = (hidden[to + i] as number) + factor * (table[from + i] as number);
          }
        });
      });
    });
    return hidden;
  };
}

/** W_in·O_h·V_h·X of one position and head, count × hiddenWidth. */
function headTable(
  { value, count }: PositionTable,
  head: number,
  headWidth: number,
  { heads, width }: RunConfiguration,
  parameters: PreciseParameters,
): Float64Array {
  const all = heads * headWidth;
  const values = columns(value, count, all, head * headWidth, headWidth);
  const output = columns(
    parameters.values('blocks.0.attn.W_O'),
    width,
    all,
    head * headWidth,
    headWidth,
  );
  const read = productWithTransposed(values, output, headWidth);
  return productWithTransposed(read, parameters.values('blocks.0.mlp.W_in'), width);
}

/** Some neighbouring columns of a row-major matrix. */
function columns(
  matrix: Float64Array,
  rows: number,
  width: number,
  from: number,
  count: number,
): Float64Array {
  const part = new Float64Array(rows * count);
  for (let row = 0; row < rows; row++) {
    part.set(matrix.subarray(row * width + from, row * width + from + count), row * count);
  }
  return part;
}
