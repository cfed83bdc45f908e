/** A block of pairs through all layers, up to the logits. */

import { addLogits } from '../../hidden-to-logits.ts';
import type { Pointer } from '../../kernels.ts';
import type { PairBlock } from '../../pair-order.ts';
import {
  attentionArguments,
  blockMatrix,
  type DeepPass,
  hiddenSettings,
  outputPositions,
  tokenPositions,
} from './context.ts';
import type { LayerRows, PositionRows } from './lane.ts';

/** Leaves hidden units and logits in the lane's rows. */
export function deepForward(pass: DeepPass, block: PairBlock): void {
  const { layers } = pass.configuration;
  gatherTokens(pass, block);
  for (let layer = 0; ; layer++) {
    const isLast = layer + 1 === layers;
    for (const position of outputPositions(pass, layer)) {
      attend(pass, layer, position);
      if (isLast) readAnswer(pass, layer, position);
      else finishLayer(pass, layer, position);
    }
    if (isLast) return;
    project(pass, layer + 1);
  }
}

/** The first layer's rows out of what was computed once per token. */
function gatherTokens(pass: DeepPass, block: PairBlock): void {
  const { kernels, tokenRows, projections, sizes, lane } = pass;
  const { width } = pass.configuration;
  const { allHeads, step } = sizes;
  const { positions, keys, values } = lane.layers[0] as LayerRows;
  for (const [position, { start, indices }] of tokenPositions(pass, block).entries()) {
    const { residual, query } = positions[position] as PositionRows;
    const gather = (table: Pointer, columns: number, target: Pointer) =>
      kernels.gatherRows(pass.rows, columns, indices, table + 4 * start * columns, target);
    gather(tokenRows.pointer, width, residual);
    gather(projections.query.pointer, allHeads, query);
    gather(projections.key.pointer, allHeads, keys + 4 * position * step);
    gather(projections.value.pointer, allHeads, values + 4 * position * step);
  }
}

/** Residual row after attention, and the hidden layer before its bend is left to the caller. */
function attend(pass: DeepPass, layer: number, position: number): void {
  const { kernels, products, weights, configuration, sizes, lane } = pass;
  const { width } = configuration;
  const own = (lane.layers[layer] as LayerRows).positions[position] as PositionRows;
  kernels.attend(...attentionArguments(pass, layer, position), own.read);
  const attended = blockMatrix(pass, own.attended, width);
  const read = blockMatrix(pass, own.read, sizes.allHeads);
  products.multiplyPacked(read, weights.forward(layer, 'attn.W_O'), attended);
  kernels.addScaled(pass.rows * width, own.residual, 1, own.attended);
}

/** Hidden units of a position, bent. */
function hiddenUnits(
  pass: DeepPass,
  layer: number,
  own: PositionRows,
  target: Pointer,
  slopes: Pointer,
  stride: number,
): void {
  const { kernels, products, weights, parameters, configuration, sizes } = pass;
  const { kind, hiddenWidth } = hiddenSettings(pass);
  const hidden = blockMatrix(pass, target, hiddenWidth, stride);
  const attended = blockMatrix(pass, own.attended, configuration.width);
  products.multiplyPacked(attended, weights.forward(layer, 'mlp.W_in'), hidden);
  const bias = parameters.matrix(`blocks.${layer}.mlp.b_in`).pointer;
  kernels.addToRows(pass.rows, hiddenWidth, bias, target, stride);
  kernels.bend(pass.rows, sizes.hiddenStride, target, slopes, stride, kind);
}

/** The residual row that enters the next layer. */
function finishLayer(pass: DeepPass, layer: number, position: number): void {
  const { kernels, products, weights, parameters, configuration, sizes, lane } = pass;
  const { width } = configuration;
  const { hiddenWidth } = hiddenSettings(pass);
  const own = (lane.layers[layer] as LayerRows).positions[position] as PositionRows;
  const next = (lane.layers[layer + 1] as LayerRows).positions[position] as PositionRows;
  hiddenUnits(pass, layer, own, own.hidden, own.slopes, sizes.hiddenStride);
  const hidden = blockMatrix(pass, own.hidden, hiddenWidth, sizes.hiddenStride);
  const output = weights.forward(layer, 'mlp.W_out');
  products.multiplyPacked(hidden, output, blockMatrix(pass, next.residual, width));
  kernels.addScaled(pass.rows * width, own.attended, 1, next.residual);
  const bias = parameters.matrix(`blocks.${layer}.mlp.b_out`).pointer;
  kernels.addToRows(pass.rows, width, bias, next.residual, width);
}

/** Queries, keys and values of a deeper layer. */
function project(pass: DeepPass, layer: number): void {
  const { products, weights, configuration, sizes, lane } = pass;
  const { positions, keys, values } = lane.layers[layer] as LayerRows;
  const asking = outputPositions(pass, layer);
  for (const [position, own] of positions.entries()) {
    const residual = blockMatrix(pass, own.residual, configuration.width);
    const through = (name: 'attn.W_Q' | 'attn.W_K' | 'attn.W_V', target: Pointer) =>
      products.multiplyPacked(
        residual,
        weights.forward(layer, name),
        blockMatrix(pass, target, sizes.allHeads),
      );
    if (asking.includes(position)) through('attn.W_Q', own.query);
    through('attn.W_K', keys + 4 * position * sizes.step);
    through('attn.W_V', values + 4 * position * sizes.step);
  }
}

/** Logits of the reading position: W_Uᵀ·attended + (W_UᵀW_out)·hidden + W_Uᵀb_out. */
function readAnswer(pass: DeepPass, layer: number, position: number): void {
  const { kernels, products, logits, unembedding, logitBias, configuration, lane } = pass;
  const { width: stride, logitsAt, classes } = logits.shape;
  const own = (lane.layers[layer] as LayerRows).positions[position] as PositionRows;
  hiddenUnits(pass, layer, own, lane.rows, lane.rowSlopes, stride);
  const target = lane.rows + 4 * logitsAt;
  products.multiplyPacked(
    blockMatrix(pass, own.attended, configuration.width),
    unembedding.forward,
    blockMatrix(pass, target, classes, stride),
  );
  kernels.addToRows(pass.rows, classes, logitBias, target, stride);
  addLogits(logits, products, pass.rows, lane.rows);
}
