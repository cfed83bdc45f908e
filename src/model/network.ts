/** A network to look into: its architecture and its weights, wherever it comes from. */
import { modelDimensions, type RunConfiguration } from './configuration.ts';
import type { ParameterSet } from './parameters.ts';

/** A network that exists, trained here or read from a file. */
export interface Network {
  /**
   * Its architecture. Of a network from a file, the settings of training (seed, steps, …) are those
   * the file or its configuration tells, else the defaults; `origin` says which to trust.
   */
  readonly configuration: RunConfiguration;
  /** Weights by state-dict name, in the shapes of `parameterSpecifications`. */
  readonly parameters: ParameterSet;
  /** Classes that compete for the answer: the first of the unembedding's columns. At least p. */
  readonly answerClasses: number;
  /** Positions see only themselves and earlier ones. Makes a difference from two layers on. */
  readonly causalMask: boolean;
}

/** A network trained here: every token is a class and every position sees all, as in the release. */
export function trainedNetwork(configuration: RunConfiguration, parameters: ParameterSet): Network {
  return {
    configuration,
    parameters,
    answerClasses: modelDimensions(configuration).vocabulary,
    causalMask: false,
  };
}
