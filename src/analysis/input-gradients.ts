/**
 * Gradients of one logit with respect to the two embedding rows a network reads, for one pair at a
 * time, in float64. The two occurrences are separate inputs even when a = b (paper, section 4.2).
 */
import { isTransformer, type RunConfiguration } from '../model/configuration.ts';
import { type ParameterSet, parameter } from '../model/parameters.ts';
import { linearInputGradients } from './input-gradients/linear.ts';
import { transformerInputGradients } from './input-gradients/transformer.ts';

/** ∂Q(a,b,c)/∂(row of a) and ∂Q(a,b,c)/∂(row of b). */
export interface InputGradients {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Gradients for the pair (a, b) and the class c. */
export type InputGradientFunction = (a: number, b: number, c: number) => InputGradients;

/** Parameters in float64, by state-dict name. */
export type PreciseParameters = (name: string) => Float64Array;

/** The gradient function of a network. What can be shared between pairs is computed once. */
export function inputGradientFunction(
  configuration: RunConfiguration,
  parameters: ParameterSet,
): InputGradientFunction {
  const precise = new Map<string, Float64Array>();
  const lookup: PreciseParameters = (name) => {
    const known = precise.get(name);
    if (known !== undefined) return known;
    const values = Float64Array.from(parameter(parameters, name));
    precise.set(name, values);
    return values;
  };
  return isTransformer(configuration)
    ? transformerInputGradients(configuration, lookup)
    : linearInputGradients(configuration, lookup);
}
