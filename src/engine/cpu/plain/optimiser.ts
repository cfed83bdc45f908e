/** AdamW on one flat vector, in plain code. */
import type { CpuKernels, Numbers } from '../kernels.ts';

const tinyValue = 1e-18;
const tinySecondMoment = 1e-32;

/** The optimiser kernel on a memory. */
export function plainOptimiser(numbers: Numbers): Pick<CpuKernels, 'adamUpdate'> {
  const adamUpdate: CpuKernels['adamUpdate'] = (
    count,
    value,
    gradient,
    first,
    second,
    firstBeta,
    secondBeta,
    decay,
    stepSize,
    epsilon,
  ) => {
    for (let index = 0; index < count; index++) {
      const slope = numbers[(gradient >> 2) + index] as number;
      const at = (pointer: number) => numbers[(pointer >> 2) + index] as number;
      const m = flushed(at(first) * firstBeta + slope, tinyValue);
      const v = flushed(at(second) * secondBeta + slope * slope, tinySecondMoment);
      const updated = at(value) * decay - (stepSize * m) / (Math.sqrt(v) + epsilon);
      numbers[(value >> 2) + index] = flushed(updated, tinyValue);
      numbers[(first >> 2) + index] = m;
      numbers[(second >> 2) + index] = v;
    }
  };
  return { adamUpdate };
}

function flushed(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? 0 : value;
}
