/** What is read back of each pair from the GPU, as engines report it. */
import type { Evaluation, StepMetrics } from '../training-engine.ts';

/** @param statistics by pair: loss, 1 for a right answer, logit of the answer, largest wrong logit */
export function evaluationOf(statistics: Float32Array, metrics: StepMetrics): Evaluation {
  const pairs = statistics.length / 4;
  const column = (index: number) =>
    Float32Array.from({ length: pairs }, (_, pair) => statistics[4 * pair + index] as number);
  return { metrics, correctLogits: column(2), largestWrongLogits: column(3) };
}
