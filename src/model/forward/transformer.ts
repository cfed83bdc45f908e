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
import {
  type PairBatch,
  type PositionTable,
  type Projection,
  positionTables,
  project,
} from './position-tables.ts';

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

/** What attention leaves behind at one position. */
interface AttendedRows {
  readonly rows: Float64Array;
  readonly weights: Float64Array | undefined;
  readonly hidden: Float64Array;
}

/** Residual rows and their projections at every position, from tables with one row a token. */
function firstBlockInput(
  configuration: RunConfiguration,
  parameters: PreciseParameters,
  batch: PairBatch,
) {
  const tables = positionTables(configuration, parameters);
  const spread = (rows: Float64Array, { count, tokensOf }: PositionTable) =>
    gatherRows(rows, rows.length / count, tokensOf(batch));
  return {
    residuals: tables.map((table) => spread(table.rows, table)),
    projected: tables.map(
      (table): Projection => ({
        query: table.query && spread(table.query, table),
        key: table.key && spread(table.key, table),
        value: spread(table.value, table),
      }),
    ),
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
