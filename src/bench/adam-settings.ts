/** AdamW with the authors' settings (SCIENCE section 2), as every contender outside the engine needs it. */
import type { RunConfiguration } from '../model/configuration.ts';

export const firstBeta = 0.9;
export const secondBeta = 0.98;
/** Added to the root of the second moment. */
export const epsilon = 1e-8;

/** Updates until the learning rate is at its full height. */
export const warmUpSteps = 10;

/** The factors of one update that depend on the step. */
export interface StepFactors {
  /** What is left of a weight after its decay. */
  readonly kept: number;
  /** Learning rate over the first moment's bias correction. */
  readonly stepSize: number;
  /** 1 over the second moment's bias correction. */
  readonly secondScale: number;
}

/** @param step number of updates made before */
export function stepFactors(
  step: number,
  { learningRate, weightDecay }: Pick<RunConfiguration, 'learningRate' | 'weightDecay'>,
): StepFactors {
  const rate = learningRate * Math.min(step / warmUpSteps, 1);
  return {
    kept: 1 - rate * weightDecay,
    stepSize: rate / (1 - firstBeta ** (step + 1)),
    secondScale: 1 / (1 - secondBeta ** (step + 1)),
  };
}
