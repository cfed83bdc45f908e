/** Sums over all pairs as engines report them. */
import type { Dataset } from '../model/dataset.ts';
import type { StepMetrics } from './training-engine.ts';

/** @param sums summed loss of train and of test pairs, number of right answers of both */
export function stepMetrics(step: number, sums: ArrayLike<number>, dataset: Dataset): StepMetrics {
  const { trainCount, testCount } = dataset;
  const sum = (index: number) => sums[index] as number;
  return {
    step,
    trainLoss: sum(0) / trainCount,
    testLoss: sum(1) / testCount,
    trainAccuracy: sum(2) / trainCount,
    testAccuracy: sum(3) / testCount,
  };
}
