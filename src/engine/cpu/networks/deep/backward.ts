/** From a block's logit gradients back through all layers to the lane's sums. */
import { logitsBack } from '../../hidden-to-logits.ts';
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

/** The logits' gradients are in the lane's row gradients. */
export function deepBackward(pass: DeepPass, block: PairBlock, lane: number): void {
  const { layers, width } = pass.configuration;
  const { kernels, sizes } = pass;
  const { gradients } = pass.lane;
  for (let layer = layers - 1; layer >= 0; layer--) {
    const isLast = layer + 1 === layers;
    kernels.clear(sizes.positions * sizes.step, gradients.keys);
    kernels.clear(sizes.positions * sizes.step, gradients.values);
    const asking = outputPositions(pass, layer);
    for (let position = 0; position < sizes.positions; position++) {
      const toQuery = gradients.queries[position] as Pointer;
      const toResidual = gradients.residuals[position] as Pointer;
      kernels.clear(pass.rows * sizes.allHeads, toQuery);
      if (!asking.includes(position)) {
        kernels.clear(pass.rows * width, toResidual);
        continue;
      }
      if (isLast) answerBack(pass, layer, position, lane);
      else layerBack(pass, layer, position);
      attentionBack(pass, layer, position);
    }
    if (layer > 0) projectionsBack(pass, layer);
    else scatterTokens(pass, block);
  }
}

/** A parameter's gradient in this lane. */
function gradientOf(pass: DeepPass, layer: number, name: string) {
  return pass.parameters.matrixIn(pass.lane.parameters, `blocks.${layer}.${name}`);
}

/** From the logits to the residual row after the last attention. */
function answerBack(pass: DeepPass, layer: number, position: number, lane: number): void {
  const { kernels, products, logits, unembedding, parameters, configuration } = pass;
  const { rows, rowSlopes, rowGradients, gradients, logitSums, layers } = pass.lane;
  const { width: stride, logitsAt, classes } = logits.shape;
  const own = (layers[layer] as LayerRows).positions[position] as PositionRows;
  const attended = blockMatrix(pass, own.attended, configuration.width);
  const toLogits = blockMatrix(pass, rowGradients + 4 * logitsAt, classes, stride);
  logitsBack(logits, products, lane, pass.rows, rows, rowGradients);
  kernels.addRowSums(pass.rows, classes, toLogits.pointer, stride, logitSums);
  const toUnembedding = parameters.matrixIn(pass.lane.parameters, 'unembed.W_U');
  products.multiplyOverRows(attended, toLogits, toUnembedding, true);
  const toAttended = blockMatrix(pass, gradients.attended, configuration.width);
  products.multiplyPacked(toLogits, unembedding.backward, toAttended);
  hiddenBack(pass, layer, own, rows, rowSlopes, rowGradients, stride);
}

/** From the next layer's residual row to the one after this layer's attention. */
function layerBack(pass: DeepPass, layer: number, position: number): void {
  const { kernels, products, weights, configuration, sizes } = pass;
  const { width } = configuration;
  const { gradients, layers } = pass.lane;
  const { hiddenWidth } = hiddenSettings(pass);
  const own = (layers[layer] as LayerRows).positions[position] as PositionRows;
  const upstream = blockMatrix(pass, gradients.residuals[position] as Pointer, width);
  const hidden = blockMatrix(pass, own.hidden, hiddenWidth, sizes.hiddenStride);
  products.multiplyOverRows(upstream, hidden, gradientOf(pass, layer, 'mlp.W_out'), true);
  const toBias = gradientOf(pass, layer, 'mlp.b_out').pointer;
  kernels.addRowSums(pass.rows, width, upstream.pointer, width, toBias);
  const toHidden = blockMatrix(pass, gradients.hidden, hiddenWidth, sizes.hiddenStride);
  products.multiplyPacked(upstream, weights.backward(layer, 'mlp.W_out'), toHidden);
  kernels.clear(pass.rows * width, gradients.attended);
  kernels.addScaled(pass.rows * width, upstream.pointer, 1, gradients.attended);
  hiddenBack(pass, layer, own, own.hidden, own.slopes, gradients.hidden, sizes.hiddenStride);
}

/** Through the bend and W_in: adds to the gradient of the row after attention. */
function hiddenBack(
  pass: DeepPass,
  layer: number,
  own: PositionRows,
  values: Pointer,
  slopes: Pointer,
  toHidden: Pointer,
  stride: number,
): void {
  const { kernels, products, weights, configuration, sizes } = pass;
  const { kind, hiddenWidth } = hiddenSettings(pass);
  kernels.bendBack(pass.rows, sizes.hiddenStride, values, slopes, toHidden, stride, kind);
  const gradient = blockMatrix(pass, toHidden, hiddenWidth, stride);
  const attended = blockMatrix(pass, own.attended, configuration.width);
  products.multiplyOverRows(gradient, attended, gradientOf(pass, layer, 'mlp.W_in'), true);
  const toBias = gradientOf(pass, layer, 'mlp.b_in').pointer;
  kernels.addRowSums(pass.rows, hiddenWidth, toHidden, stride, toBias);
  const toAttended = blockMatrix(pass, pass.lane.gradients.attended, configuration.width);
  products.multiplyPacked(gradient, weights.backward(layer, 'mlp.W_in'), toAttended, true);
}

/** Through W_O and the heads; leaves the residual row's gradient in its place. */
function attentionBack(pass: DeepPass, layer: number, position: number): void {
  const { kernels, products, weights, configuration, sizes } = pass;
  const { width } = configuration;
  const { gradients, layers } = pass.lane;
  const own = (layers[layer] as LayerRows).positions[position] as PositionRows;
  const toAttended = blockMatrix(pass, gradients.attended, width);
  const read = blockMatrix(pass, own.read, sizes.allHeads);
  products.multiplyOverRows(toAttended, read, gradientOf(pass, layer, 'attn.W_O'), true);
  const toRead = blockMatrix(pass, gradients.read, sizes.allHeads);
  products.multiplyPacked(toAttended, weights.backward(layer, 'attn.W_O'), toRead);
  const toResidual = gradients.residuals[position] as Pointer;
  kernels.clear(pass.rows * width, toResidual);
  kernels.addScaled(pass.rows * width, toAttended.pointer, 1, toResidual);
  kernels.attendGradients(
    ...attentionArguments(pass, layer, position),
    toRead.pointer,
    gradients.queries[position] as Pointer,
    gradients.keys,
    gradients.values,
  );
}

/** Through a deeper layer's queries, keys and values. */
function projectionsBack(pass: DeepPass, layer: number): void {
  const { products, weights, configuration, sizes } = pass;
  const { gradients, layers } = pass.lane;
  const asking = outputPositions(pass, layer);
  for (const [position, own] of (layers[layer] as LayerRows).positions.entries()) {
    const residual = blockMatrix(pass, own.residual, configuration.width);
    const toResidual = { ...residual, pointer: gradients.residuals[position] as Pointer };
    const back = (name: 'attn.W_Q' | 'attn.W_K' | 'attn.W_V', pointer: Pointer) => {
      const gradient = blockMatrix(pass, pointer, sizes.allHeads);
      products.multiplyOverRows(gradient, residual, gradientOf(pass, layer, name), true);
      products.multiplyPacked(gradient, weights.backward(layer, name), toResidual, true);
    };
    if (asking.includes(position)) back('attn.W_Q', gradients.queries[position] as Pointer);
    back('attn.W_K', gradients.keys + 4 * position * sizes.step);
    back('attn.W_V', gradients.values + 4 * position * sizes.step);
  }
}

/** The way back of gathering the first layer's rows. */
function scatterTokens(pass: DeepPass, block: PairBlock): void {
  const { kernels, sizes, configuration } = pass;
  const { gradients, tokens } = pass.lane;
  const { allHeads, step } = sizes;
  for (const [position, { start, indices }] of tokenPositions(pass, block).entries()) {
    const scatter = (source: Pointer, columns: number, table: Pointer) =>
      kernels.scatterRows(pass.rows, columns, indices, source, table + 4 * start * columns);
    scatter(gradients.residuals[position] as Pointer, configuration.width, tokens.residual);
    scatter(gradients.queries[position] as Pointer, allHeads, tokens.query);
    scatter(gradients.keys + 4 * position * step, allHeads, tokens.key);
    scatter(gradients.values + 4 * position * step, allHeads, tokens.value);
  }
}
