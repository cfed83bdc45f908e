/** AdamW's settings and what they become at a step (SCIENCE section 2). */
import type { RunConfiguration } from '../../model/configuration.ts';
import type { FlatParameters } from './flat-parameters.ts';
import type { CpuKernels } from './kernels.ts';

const firstBeta = 0.9;
const secondBeta = 0.98;
const epsilon = 1e-8;
const warmUpSteps = 10;

/**
 * One update of all parameters. Moments are kept divided by (1 − β).
 *
 * @param step number of updates made before this one
 */
export function updateParameters(
  kernels: CpuKernels,
  parameters: FlatParameters,
  step: number,
  { learningRate, weightDecay }: Pick<RunConfiguration, 'learningRate' | 'weightDecay'>,
): void {
  const rate = learningRate * Math.min(step / warmUpSteps, 1);
  const firstCorrection = (1 - firstBeta) / (1 - firstBeta ** (step + 1));
  const secondCorrection = Math.sqrt((1 - secondBeta) / (1 - secondBeta ** (step + 1)));
  kernels.adamUpdate(
    parameters.count,
    parameters.values,
    parameters.gradients,
    parameters.firstMoments,
    parameters.secondMoments,
    firstBeta,
    secondBeta,
    1 - rate * weightDecay,
    (rate * firstCorrection) / secondCorrection,
    epsilon / secondCorrection,
  );
}
