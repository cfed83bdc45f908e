/**
 * A transformer's output weights folded into its unembedding: hidden units reach the logits through
 * W_UᵀW_out in one product (DESIGN section 4).
 */
import type { FlatParameters } from '../flat-parameters.ts';
import { type HiddenToLogits, sumLanes } from '../hidden-to-logits.ts';
import type { CpuKernels } from '../kernels.ts';
import type { Layout, Matrix } from '../layout.ts';
import type { Products } from '../products.ts';

/** The folded weights. */
export interface OutputWeights {
  readonly logits: HiddenToLogits;
  readonly output: string;
  /** hidden × classes. */
  readonly folded: Matrix;
}

/** @param layer the last block */
export function allocateOutputWeights(
  layout: Layout,
  logits: HiddenToLogits,
  layer: number,
): OutputWeights {
  return {
    logits,
    output: `blocks.${layer}.mlp.W_out`,
    folded: layout.matrix(logits.shape.hidden, logits.shape.classes),
  };
}

/** Computes and packs the folded weights. */
export function foldOutput(
  { logits, output, folded }: OutputWeights,
  parameters: FlatParameters,
  products: Products,
): void {
  products.multiplyOverRows(parameters.matrix(output), parameters.matrix('unembed.W_U'), folded);
  products.pack(folded, logits.forward);
  products.pack(folded, logits.backward, true);
}

/** From the folded weights' gradient to those of W_out (set) and W_U (added). */
export function foldedBack(
  { logits, output }: OutputWeights,
  parameters: FlatParameters,
  products: Products,
  kernels: CpuKernels,
): void {
  const gradient = sumLanes(kernels, logits.gradients);
  const weights = parameters.matrix(output);
  const unembedding = parameters.matrix('unembed.W_U');
  products.multiply(unembedding, gradient, parameters.gradient(output));
  products.multiplyByTransposed(weights, gradient, parameters.gradient('unembed.W_U'), true);
}
