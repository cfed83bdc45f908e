/**
 * Gradients of one logit with respect to the two embedding rows a network reads, in float64. The two
 * occurrences are separate inputs even when a = b (paper, section 4.2).
 */
import { isTransformer } from '../model/configuration.ts';
import type { Network } from '../model/network.ts';
import { preciseParameters } from '../model/precise-parameters.ts';
import { linearInputGradients } from './input-gradients/linear.ts';
import { transformerInputGradients } from './input-gradients/transformer.ts';

/** A pair (a, b) and a class c. */
export type Triple = readonly [a: number, b: number, c: number];

/** ∂Q(a,b,c)/∂(row of a) and ∂Q(a,b,c)/∂(row of b), one row a triple, each embeddingWidth wide. */
export interface InputGradients {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** The gradients of all triples, computed together. */
export function inputGradients(network: Network, triples: readonly Triple[]): InputGradients {
  const parameters = preciseParameters(network.parameters);
  const batch = {
    first: Int32Array.from(triples, ([a]) => a),
    second: Int32Array.from(triples, ([, b]) => b),
  };
  const classes = Int32Array.from(triples, ([, , c]) => c);
  return isTransformer(network.configuration)
    ? transformerInputGradients(network, parameters, batch, classes)
    : linearInputGradients(network, parameters, batch, classes);
}
