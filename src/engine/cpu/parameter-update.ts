/** The optimiser's one call a step. */
import {
  type AdamSettings,
  firstBeta,
  scaledAdamFactors,
  secondBeta,
} from '../../model/adam-schedule.ts';
import type { FlatParameters } from './flat-parameters.ts';
import type { CpuKernels } from './kernels.ts';

/**
 * One update of all parameters. Moments are kept divided by (1 − β).
 *
 * @param step number of updates made before this one
 */
export function updateParameters(
  kernels: CpuKernels,
  parameters: FlatParameters,
  step: number,
  settings: AdamSettings,
): void {
  const { kept, stepSize, epsilon } = scaledAdamFactors(step, settings);
  kernels.adamUpdate(
    parameters.count,
    parameters.values,
    parameters.gradients,
    parameters.firstMoments,
    parameters.secondMoments,
    firstBeta,
    secondBeta,
    kept,
    stepSize,
    epsilon,
  );
}
