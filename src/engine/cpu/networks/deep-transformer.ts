/**
 * Any depth, any number of positions. The first block's queries, keys and values are computed once
 * per token; everything after that for a block of pairs at a time, forward and backward, so that a
 * deep network needs little more memory than its weights. The last layer is computed at the reading
 * position only, its output weights folded into the unembedding.
 */
import { modelDimensions } from '../../../model/configuration.ts';
import { allocateHiddenToLogits, clearLogitGradients, rowShape } from '../hidden-to-logits.ts';
import type { Matrix } from '../layout.ts';
import type { CpuNetwork } from '../network.ts';
import { laneCount } from '../pair-order.ts';
import { allocatePacked } from '../products.ts';
import { deepBackward } from './deep/backward.ts';
import type { DeepContext, DeepPass } from './deep/context.ts';
import { deepForward } from './deep/forward.ts';
import { allocateDeepLane, type DeepLane, deepSizes } from './deep/lane.ts';
import { allocateBlockWeights } from './deep/weights.ts';
import { allocateOutputWeights, foldedBack, foldOutput } from './output-weights.ts';
import type { NetworkPlan } from './plan.ts';
import { allocateTokenRows, readTokens, tokensBack } from './token-rows.ts';

/** Plans a transformer of any depth, with or without the "=" token. */
export const deepTransformer: NetworkPlan = (
  configuration,
  parameters,
  layout,
  causalMask = false,
) => {
  const { width, layers } = configuration;
  const { vocabulary, hiddenWidth } = modelDimensions(configuration);
  const sizes = deepSizes(configuration);
  const shape = rowShape(hiddenWidth, vocabulary);
  const logits = allocateHiddenToLogits(layout, shape);
  const output = allocateOutputWeights(layout, logits, layers - 1);
  const tokens = allocateTokenRows(configuration, layout);
  const perToken = () => layout.matrix(sizes.tokenRows, sizes.allHeads);
  const context: DeepContext = {
    configuration,
    parameters,
    weights: allocateBlockWeights(configuration, parameters, layout),
    logits,
    unembedding: {
      forward: allocatePacked(layout, width, vocabulary),
      backward: allocatePacked(layout, vocabulary, width),
    },
    logitBias: layout.allocate(vocabulary),
    tokenRows: tokens.rows,
    projections: { query: perToken(), key: perToken(), value: perToken() },
    lanes: Array.from({ length: laneCount }, () =>
      allocateDeepLane(layout, configuration, shape, parameters.count),
    ),
    sizes,
    causalMask,
  };
  const projected = [
    ['attn.W_Q', 'query'],
    ['attn.W_K', 'key'],
    ['attn.W_V', 'value'],
  ] as const;
  const outputBias = `blocks.${layers - 1}.mlp.b_out`;
  const asRow = (matrix: Matrix): Matrix => ({ ...matrix, rows: 1 });
  const bias: Matrix = {
    pointer: context.logitBias,
    rows: 1,
    columns: vocabulary,
    stride: vocabulary,
  };

  return ({ kernels, products, numbers }): CpuNetwork => {
    const passOf = (rows: number, lane: number): DeepPass => ({
      ...context,
      kernels,
      products: products[lane as 0 | 1],
      lane: context.lanes[lane] as DeepLane,
      rows,
    });
    return {
      prepare() {
        const [first] = products;
        const unembedding = parameters.matrix('unembed.W_U');
        readTokens(configuration, parameters, tokens, numbers);
        context.weights.pack(first);
        first.pack(unembedding, context.unembedding.forward);
        first.pack(unembedding, context.unembedding.backward, true);
        for (const [name, target] of projected) {
          const weights = context.weights.forward(0, name);
          first.multiplyPacked(tokens.rows, weights, context.projections[target]);
        }
        foldOutput(output, parameters, first);
        first.multiply(asRow(parameters.matrix(outputBias)), unembedding, bias);
      },
      forward(block, lane) {
        const pass = passOf(block.rows, lane);
        deepForward(pass, block);
        return {
          logits: pass.lane.rows + 4 * shape.logitsAt,
          gradients: pass.lane.rowGradients + 4 * shape.logitsAt,
          stride: shape.width,
          classes: shape.classes,
        };
      },
      clearGradients(lane) {
        const own = context.lanes[lane] as DeepLane;
        kernels.clear(parameters.count, own.parameters);
        kernels.clear(sizes.tokenRows * width, own.tokens.residual);
        for (const [, name] of projected) {
          kernels.clear(sizes.tokenRows * sizes.allHeads, own.tokens[name]);
        }
        kernels.clear(vocabulary, own.logitSums);
        clearLogitGradients(logits, kernels, lane);
      },
      backward(block, lane) {
        deepBackward(passOf(block.rows, lane), block, lane);
      },
      finish() {
        const [first, ...others] = context.lanes as [DeepLane, ...DeepLane[]];
        for (const other of others) {
          kernels.addScaled(parameters.count, other.parameters, 1, first.parameters);
          const tokenNumbers = sizes.tokenRows * width;
          kernels.addScaled(tokenNumbers, other.tokens.residual, 1, first.tokens.residual);
          for (const [, name] of projected) {
            const count = sizes.tokenRows * sizes.allHeads;
            kernels.addScaled(count, other.tokens[name], 1, first.tokens[name]);
          }
          kernels.addScaled(vocabulary, other.logitSums, 1, first.logitSums);
        }
        // W_out of the last layer is set by `foldedBack`, and zero in the lanes.
        kernels.clear(parameters.count, parameters.gradients);
        foldedBack(output, parameters, products[0], kernels);
        kernels.addScaled(parameters.count, first.parameters, 1, parameters.gradients);
        const sums = { ...bias, pointer: first.logitSums };
        const unembedding = parameters.matrix('unembed.W_U');
        const toOutputBias = asRow(parameters.gradient(outputBias));
        products[0].multiplyByTransposed(sums, unembedding, toOutputBias, true);
        products[0].multiplyOverRows(
          asRow(parameters.matrix(outputBias)),
          sums,
          parameters.gradient('unembed.W_U'),
          true,
        );
        projectionsBack(first);
        tokensBack(configuration, parameters, tokens, numbers);
      },
    };

    /** Through the first layer's queries, keys and values, which were computed per token. */
    function projectionsBack(lane: DeepLane): void {
      const { gradients, rows } = tokens;
      kernels.clear(sizes.tokenRows * width, gradients.pointer);
      kernels.addScaled(sizes.tokenRows * width, lane.tokens.residual, 1, gradients.pointer);
      for (const [weight, name] of projected) {
        const slopes = { ...context.projections[name], pointer: lane.tokens[name] };
        const target = parameters.gradient(`blocks.0.${weight}`);
        products[0].multiplyOverRows(slopes, rows, target, true);
        products[0].multiplyPacked(slopes, context.weights.backward(0, weight), gradients, true);
      }
    }
  };
};
