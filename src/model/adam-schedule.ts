/** AdamW with the authors' settings, and what they become at a step (SCIENCE section 2). */
import type { RunConfiguration } from './configuration.ts';

export const firstBeta = 0.9;
export const secondBeta = 0.98;
/** Added to the root of the second moment. */
export const epsilon = 1e-8;

/** The settings of a run that an update depends on. */
export type AdamSettings = Pick<RunConfiguration, 'learningRate' | 'weightDecay'>;

/** Updates until the learning rate is at its full height. */
const warmUpSteps = 10;

/** Learning-rate factor of the authors' schedule. */
export function warmUpFactor(step: number): number {
  return Math.min(step / warmUpSteps, 1);
}

/** The factors of one update that depend on the step. */
export interface AdamFactors {
  /** What is left of a weight after its decay. */
  readonly kept: number;
  /** Learning rate over the first moment's bias correction. */
  readonly stepSize: number;
  /** 1 over the second moment's bias correction. */
  readonly secondScale: number;
}

/** @param step number of updates made before */
export function adamFactors(step: number, settings: AdamSettings): AdamFactors {
  const rate = settings.learningRate * warmUpFactor(step);
  return {
    kept: 1 - rate * settings.weightDecay,
    stepSize: rate / (1 - firstBeta ** (step + 1)),
    secondScale: 1 / (1 - secondBeta ** (step + 1)),
  };
}

/** Factors for moments that are kept divided by (1 − β), which saves two operations a parameter. */
export interface ScaledAdamFactors {
  readonly kept: number;
  /** Factor of first/(√second + epsilon). */
  readonly stepSize: number;
  readonly epsilon: number;
}

/**
 * With first = m/(1 − β₁) and second = v/(1 − β₂), a weight becomes
 * kept·weight − stepSize·first/(√second + epsilon).
 */
export function scaledAdamFactors(step: number, settings: AdamSettings): ScaledAdamFactors {
  const { kept, stepSize, secondScale } = adamFactors(step, settings);
  const root = Math.sqrt((1 - secondBeta) * secondScale);
  return {
    kept,
    stepSize: (stepSize * (1 - firstBeta)) / root,
    epsilon: epsilon / root,
  };
}
