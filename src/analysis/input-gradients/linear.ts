/** Input gradients of the linear models α, β, γ, δ. */
import { multiplyTransposedVector, multiplyVector } from '../../math/dense.ts';
import { modelDimensions, type RunConfiguration } from '../../model/configuration.ts';
import type { InputGradientFunction, PreciseParameters } from '../input-gradients.ts';

/** Gradient function of a linear model; formulas in SCIENCE section 2. */
export function linearInputGradients(
  configuration: RunConfiguration,
  parameters: PreciseParameters,
): InputGradientFunction {
  const { model, width } = configuration;
  const { embeddingWidth } = modelDimensions(configuration);
  const embedding = parameters('embed.weight');
  const unembedding = parameters('unembed.weight');
  const weights = parameters('l1.weight');
  const bias = parameters('l1.bias');
  const deep = model === 'linear-beta' || model === 'linear-gamma';
  const biasCount = model === 'linear-gamma' ? 2 : 1;
  const row = (token: number) =>
    embedding.subarray(token * embeddingWidth, (token + 1) * embeddingWidth);

  return (a, b, c) => {
    const input = new Float64Array(width);
    if (model === 'linear-delta') {
      input.set(row(a));
      input.set(row(b), embeddingWidth);
    } else {
      row(a).forEach((value, i) => {
        input[i] = value + (row(b)[i] as number);
      });
    }
    const hidden = multiplyVector(weights, input, width, width).map(
      (value, i) => value + biasCount * (bias[i] as number),
    );
    let gradient: Float64Array = unembedding.slice(c * width, (c + 1) * width);
    if (deep) {
      const second = parameters('l2.weight');
      const secondBias = parameters('l2.bias');
      const deeper = multiplyVector(
        second,
        hidden.map((value) => Math.max(value, 0)),
        width,
        width,
      );
      gradient = gradient.map((value, i) =>
        (deeper[i] as number) + (secondBias[i] as number) > 0 ? value : 0,
      );
      gradient = multiplyTransposedVector(second, gradient, width, width);
    }
    gradient = gradient.map((value, i) => ((hidden[i] as number) > 0 ? value : 0));
    const toInput = multiplyTransposedVector(weights, gradient, width, width);
    return model === 'linear-delta'
      ? { first: toInput.slice(0, embeddingWidth), second: toInput.slice(embeddingWidth) }
      : { first: toInput, second: toInput };
  };
}
