/** Where the training of a network stands: all it takes to go on as if it had never stopped. */

import type { RunConfiguration } from './configuration.ts';
import { type ParameterSet, parameterSpecifications, shapeSize } from './parameters.ts';

/** What the optimiser remembers. */
export interface OptimiserState {
  /** Number of updates made. */
  readonly step: number;
  /**
   * AdamW's moments by parameter, kept divided by (1 − β) as every engine has them
   * (`scaledAdamFactors`): m/(1 − β₁) …
   */
  readonly firstMoments: ParameterSet;
  /** … and v/(1 − β₂). */
  readonly secondMoments: ParameterSet;
}

/** The optimiser's memory and the weights it belongs to. */
export interface TrainingState extends OptimiserState {
  readonly parameters: ParameterSet;
}

/** What is wrong with a state. */
export type StateProblem = 'shape' | 'not-finite';

/**
 * Looks a state over before anything is trained from it.
 *
 * @returns "shape" when it is not one of this network, "not-finite" when it holds a NaN or an
 * Infinity, or a second moment below zero; undefined when it is sound
 */
export function stateProblem(
  configuration: RunConfiguration,
  { step, parameters, firstMoments, secondMoments }: TrainingState,
): StateProblem | undefined {
  if (!Number.isSafeInteger(step) || step < 0) return 'shape';
  const specifications = parameterSpecifications(configuration);
  for (const part of [parameters, firstMoments, secondMoments]) {
    if (part.size !== specifications.length) return 'shape';
    for (const { name, shape } of specifications) {
      if (part.get(name)?.length !== shapeSize(shape)) return 'shape';
    }
  }
  const everything = [parameters, firstMoments, secondMoments];
  if (!everything.every(hasOnlyNumbers)) return 'not-finite';
  const roots = [...secondMoments.values()];
  return roots.every((values) => values.every((value) => value >= 0)) ? undefined : 'not-finite';
}

/** True when every weight is a number. */
export function hasOnlyNumbers(parameters: ParameterSet): boolean {
  for (const values of parameters.values()) {
    if (!allFinite(values)) return false;
  }
  return true;
}

/** True when every value is a number. */
export function allFinite(values: Float32Array): boolean {
  // What is not finite stays so in a sum of absolute values; one sum is quicker than many questions.
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += Math.abs(values[index] as number);
  return Number.isFinite(sum);
}

/** Bytes of a state. */
export function stateBytes({ parameters, firstMoments, secondMoments }: TrainingState): number {
  let bytes = 0;
  for (const part of [parameters, firstMoments, secondMoments]) {
    for (const values of part.values()) bytes += values.byteLength;
  }
  return bytes;
}
