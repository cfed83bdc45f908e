/** What is read back from the GPU, as engines report it. */
import type { Dataset } from '../../model/dataset.ts';
import type { Evaluation, StepMetrics } from '../training-engine.ts';

/** @param sums summed loss of train and test pairs, number of right answers of both */
export function stepMetrics(step: number, sums: Float32Array, dataset: Dataset): StepMetrics {
  const [trainLoss, testLoss, trainHits, testHits] = sums as unknown as [
    number,
    number,
    number,
    number,
  ];
  const { trainCount, testCount } = dataset;
  return {
    step,
    trainLoss: trainLoss / trainCount,
    testLoss: testLoss / testCount,
    trainAccuracy: trainHits / trainCount,
    testAccuracy: testHits / testCount,
  };
}

/** @param statistics by pair: loss, 1 for a right answer, logit of the answer, largest wrong logit */
export function evaluationOf(statistics: Float32Array, metrics: StepMetrics): Evaluation {
  const pairs = statistics.length / 4;
  const column = (index: number) =>
    Float32Array.from({ length: pairs }, (_, pair) => statistics[4 * pair + index] as number);
  return { metrics, correctLogits: column(2), largestWrongLogits: column(3) };
}
