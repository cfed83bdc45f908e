/** Logits of all pairs out of the blocks they are computed in. */
import type { Trainer } from './trainer.ts';

/** All logits of the present parameters, p² × classes, row a·p + b. */
export function collectLogits(trainer: Trainer): Float32Array {
  const pairs = trainer.plan.start.dataset.labels.length;
  const { integers, numbers } = trainer.memory;
  let result: Float32Array | undefined;
  trainer.prepare();
  for (const lane of trainer.plan.sums.keys()) {
    trainer.runLane(lane, false, (block, { logits, stride, classes }) => {
      result ??= new Float32Array(pairs * classes);
      for (let row = 0; row < block.rows; row++) {
        const pair = integers[block.places / 4 + row] as number;
        const from = logits / 4 + row * stride;
        result.set(numbers.subarray(from, from + classes), pair * classes);
      }
    });
  }
  return result ?? new Float32Array(0);
}
