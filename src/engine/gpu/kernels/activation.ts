/** WGSL of the hidden layers' bends. */
import type { Activation } from '../../../model/configuration.ts';

/**
 * `bend(x)` and, for GELU, `slope(x)`. ReLU lets what is not a number pass, so that a diverged run
 * shows; its slope is read off its result. erf is Abramowitz and Stegun 7.1.26, within 1.5e-7, as in
 * TensorFlow.js.
 */
export function activationFunctions(activation: Activation): string {
  if (activation === 'relu') {
    return /* wgsl */ `
fn bend(x: vec4f) -> vec4f { return select(x, vec4f(), x < vec4f()); }
`;
  }
  return /* wgsl */ `
// The normal distribution function Φ.
fn cumulative(x: vec4f) -> vec4f {
  let z = abs(x) * 0.70710678118654752;
  let t = 1.0 / (1.0 + 0.3275911 * z);
  let tail = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t
    + 0.254829592) * t * exp(-z * z) * 0.5;
  return select(1.0 - tail, tail, x < vec4f());
}
fn bend(x: vec4f) -> vec4f { return x * cumulative(x); }
fn slope(x: vec4f) -> vec4f {
  return cumulative(x) + x * exp(-0.5 * x * x) * 0.3989422804014327;
}
`;
}
