/** Activations and their slopes in float64. */
import type { Activation } from '../configuration.ts';

/** Value of the activation at x. */
export function activationValue(activation: Activation, x: number): number {
  return activation === 'relu' ? Math.max(x, 0) : x * normalCumulative(x);
}

/** Slope of the activation at x; ReLU's is 0 at 0, as in PyTorch. */
export function activationSlope(activation: Activation, x: number): number {
  if (activation === 'relu') return x > 0 ? 1 : 0;
  return normalCumulative(x) + (x * Math.exp(-0.5 * x * x)) / Math.sqrt(2 * Math.PI);
}

/**
 * Φ(x), the normal distribution function, to about 1e-15: the series
 * ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + …) (Marsaglia 2004), cut off where Φ is 0 or 1 in float64.
 */
export function normalCumulative(x: number): number {
  if (x > 8.3) return 1;
  if (x < -8.3) return 0;
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-0.5 * x * x)) / Math.sqrt(2 * Math.PI);
}
