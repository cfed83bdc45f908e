/**
 * The attention network as plain code, for a batch of pairs at once, in float64. The first block's
 * projections are computed once per token and spread over the pairs; the last block is computed at
 * the reading position only.
 */
import { productWithTransposed } from '../../math/matrix-product.ts';
import { addTo, addToRows, gatherRows } from '../../math/matrix-rows.ts';
import { modelDimensions, type RunConfiguration } from '../configuration.ts';
import type { PreciseParameters } from '../precise-parameters.ts';
import { activationValue } from './activation.ts';
import { attend } from './attention.ts';

/** Pairs to compute, by their two numbers. */
export interface PairBatch {
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** What was computed at one position of one block; undefined parts were not needed. */
export interface PositionTrace {
  readonly query: Float64Array | undefined;
  readonly key: Float64Array | undefined;
  readonly value: Float64Array;
  /** Softmax weights, rows × heads × positions seen. */
  readonly weights: Float64Array | undefined;
  /** Pre-activations, rows × hiddenWidth. */
  readonly hidden: Float64Array | undefined;
}

/** Everything a backward pass needs. */
export interface TransformerTrace {
  /** By layer, then by position. */
  readonly layers: readonly (readonly PositionTrace[])[];
  /** Residual rows at the reading position after the last attention, rows × width. */
  readonly attended: Float64Array;
}

/** Runs a batch of pairs up to the last hidden layer's pre-activations. */
export function transformerForward(
  configuration: RunConfiguration,
  parameters: PreciseParameters,
  batch: PairBatch,
  causalMask = false,
): TransformerTrace {
  const { layers } = configuration;
  let { residuals, projected } = firstBlockInput(configuration, parameters, batch);
  const traces: PositionTrace[][] = [];
  for (let layer = 0; ; layer++) {
    const isLast = layer + 1 === layers;
    const outputs = residuals.map((rows, position) =>
      isLast && position + 1 < residuals.length
        ? undefined
        : attendedHidden(configuration, parameters, layer, rows, projected, position, causalMask),
    );
    traces.push(
      projected.map((projection, position) => ({
        ...projection,
        weights: outputs[position]?.weights,
        hidden: outputs[position]?.hidden,
      })),
    );
    if (isLast) return { layers: traces, attended: (outputs.at(-1) as AttendedRows).rows };
    residuals = outputs.map((output) =>
      throughOutput(configuration, parameters, layer, output as AttendedRows),
    );
    projected = residuals.map((rows) => project(configuration, parameters, layer + 1, rows));
  }
}

/** Residual rows at the reading position after the last block; logits are these times W_U. */
export function finalResidual(
  configuration: RunConfiguration,
  parameters: PreciseParameters,
  { layers, attended }: TransformerTrace,
): Float64Array {
  const hidden = layers.at(-1)?.at(-1)?.hidden as Float64Array;
  const rows = { rows: attended, hidden, weights: undefined };
  return throughOutput(configuration, parameters, configuration.layers - 1, rows);
}

/** Pre-activations of the first block's hidden layer at the reading position, rows × hiddenWidth. */
export function firstHiddenLayer(
  configuration: RunConfiguration,
  parameters: PreciseParameters,
  batch: PairBatch,
): Float64Array {
  const { residuals, projected } = firstBlockInput(configuration, parameters, batch);
  const position = residuals.length - 1;
  const rows = residuals[position] as Float64Array;
  return attendedHidden(configuration, parameters, 0, rows, projected, position, false).hidden;
}

/** What attention leaves behind at one position. */
interface AttendedRows {
  readonly rows: Float64Array;
  readonly weights: Float64Array | undefined;
  readonly hidden: Float64Array;
}

interface Projection {
  readonly query: Float64Array | undefined;
  readonly key: Float64Array | undefined;
  readonly value: Float64Array;
}

/** Residual rows and their projections at every position, from tables with one row a token. */
function firstBlockInput(
  configuration: RunConfiguration,
  parameters: PreciseParameters,
  { first, second }: PairBatch,
) {
  const { p, width, separateEmbeddings } = configuration;
  const { vocabulary, context } = modelDimensions(configuration);
  const embedding = parameters.transposed('embed.W_E', width, vocabulary);
  const positions = parameters.values('pos_embed.W_pos');
  const sources = [
    { start: 0, count: p, tokens: first },
    { start: separateEmbeddings ? p : 0, count: p, tokens: second },
    { start: vocabulary - 1, count: 1, tokens: new Int32Array(first.length) },
  ].slice(0, context);
  const residuals: Float64Array[] = [];
  const projected: Projection[] = [];
  sources.forEach(({ start, count, tokens }, position) => {
    const table = embedding.slice(start * width, (start + count) * width);
    for (let at = 0; at < table.length; at++) {
      table[at] = (table[at] as number) + (positions[position * width + (at % width)] as number);
    }
    const spread = (rows: Float64Array) => gatherRows(rows, rows.length / count, tokens);
    const { query, key, value } = project(configuration, parameters, 0, table);
    residuals.push(spread(table));
    projected.push({
      query: query && spread(query),
      key: key && spread(key),
      value: spread(value),
    });
  });
  return { residuals, projected };
}

function project(
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

/** Residual row after attention, and the hidden layer's pre-activations from it. */
function attendedHidden(
  configuration: RunConfiguration,
  parameters: PreciseParameters,
  layer: number,
  residual: Float64Array,
  projected: readonly Projection[],
  position: number,
  causalMask: boolean,
): AttendedRows {
  const { heads, width, attentionRate } = configuration;
  const { headWidth } = modelDimensions(configuration);
  const seen = causalMask ? projected.slice(0, position + 1) : projected;
  const { read, weights } = attend(
    { heads, headWidth, attentionRate },
    projected[position]?.query,
    seen.flatMap(({ key }) => key ?? []),
    seen.map(({ value }) => value),
  );
  const output = parameters.values(`blocks.${layer}.attn.W_O`);
  const rows = productWithTransposed(read, output, heads * headWidth);
  addTo(rows, residual);
  const hidden = productWithTransposed(rows, parameters.values(`blocks.${layer}.mlp.W_in`), width);
  addToRows(hidden, parameters.values(`blocks.${layer}.mlp.b_in`));
  return { rows, weights, hidden };
}

/** Residual rows after a block, from those after its attention. */
function throughOutput(
  configuration: RunConfiguration,
  parameters: PreciseParameters,
  layer: number,
  { rows, hidden }: AttendedRows,
): Float64Array {
  const { activation } = configuration;
  const { hiddenWidth } = modelDimensions(configuration);
  const bent = hidden.map((value) => activationValue(activation, value));
  const weights = parameters.values(`blocks.${layer}.mlp.W_out`);
  const output = productWithTransposed(bent, weights, hiddenWidth);
  addTo(output, rows);
  addToRows(output, parameters.values(`blocks.${layer}.mlp.b_out`));
  return output;
}
