/** Input gradients of the linear models α, β, γ, δ. */
import { transposePrecise } from '../../math/dense.ts';
import { productWithTransposed } from '../../math/matrix-product.ts';
import { gatherRows } from '../../math/matrix-rows.ts';
import { modelDimensions } from '../../model/configuration.ts';
import { firstLayerPart, linearForward } from '../../model/forward/linear.ts';
import type { PairBatch } from '../../model/forward/position-tables.ts';
import type { Network } from '../../model/network.ts';
import type { PreciseParameters } from '../../model/precise-parameters.ts';
import type { InputGradients } from '../input-gradients.ts';

/** Gradients of a batch; formulas in SCIENCE section 2. */
export function linearInputGradients(
  { configuration }: Network,
  parameters: PreciseParameters,
  batch: PairBatch,
  classes: Int32Array,
): InputGradients {
  const { width } = configuration;
  const { embeddingWidth } = modelDimensions(configuration);
  const { hidden, deeper } = linearForward(configuration, parameters, batch);
  let gradient = gatherRows(parameters.values('unembed.weight'), width, classes);
  if (deeper !== undefined) {
    const second = parameters.transposed('l2.weight', width, width);
    gradient = productWithTransposed(keepWherePositive(gradient, deeper), second, width);
  }
  const toHidden = keepWherePositive(gradient, hidden);
  const through = (part: number) => {
    const weights = firstLayerPart(parameters.values('l1.weight'), width, embeddingWidth, part);
    return productWithTransposed(toHidden, transposePrecise(weights, width, embeddingWidth), width);
  };
  const first = through(0);
  return { first, second: embeddingWidth === width ? first : through(1) };
}

/** Slope of ReLU, 0 at 0 as in PyTorch, times a gradient. */
function keepWherePositive(gradient: Float64Array, before: Float64Array): Float64Array {
  return gradient.map((value, at) => ((before[at] as number) > 0 ? value : 0));
}
