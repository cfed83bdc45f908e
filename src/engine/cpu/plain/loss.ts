/** Cross-entropy of a block of pairs in plain code; formulas as in `assembly/loss.ts`. */
import type { CpuKernels, Numbers } from '../kernels.ts';

const lowestDifference = -75;
const tinyGradient = 1e-20;

/** The loss kernel on a memory. */
export function plainLoss(
  numbers: Numbers,
  integers: Int32Array,
  sums64: Float64Array,
): Pick<CpuKernels, 'pairLoss'> {
  const at = (index: number): number => numbers[index] as number;

  const pairLoss: CpuKernels['pairLoss'] = (
    rows,
    classes,
    logits,
    stride,
    labels,
    places,
    weight,
    gradient,
    _scratch,
    sums,
    correct,
    wrong,
  ) => {
    const total = sums >> 3;
    const padded = (classes + 3) & ~3;
    for (let row = 0; row < rows; row++) {
      const label = integers[(labels >> 2) + row] as number;
      const place = integers[(places >> 2) + row] as number;
      const start = (logits >> 2) + row * stride;
      const answer = at(start + label);
      let other = -1e30;
      let firstBest = 0;
      for (let c = 0; c < classes; c++) {
        if (at(start + c) > at(start + firstBest)) firstBest = c;
        if (c !== label && !(at(start + c) <= other)) other = at(start + c);
      }
      numbers[(correct >> 2) + place] = answer;
      numbers[(wrong >> 2) + place] = other;
      if (firstBest === label && answer >= other) add(total + 1, 1);

      const highest = Math.max(answer, other);
      const power = (c: number) => Math.exp(Math.max(at(start + c) - highest, lowestDifference));
      let others = 0;
      for (let c = 0; c < classes; c++) {
        if (c !== label) others += power(c);
      }
      const excess = others + (power(label) - 1);
      add(total, highest - answer + Math.log1p(excess));
      if (gradient === 0) continue;
      const factor = weight / (excess + 1);
      const target = (gradient >> 2) + row * stride;
      for (let c = 0; c < padded; c++) {
        numbers[target + c] = c < classes && c !== label ? flushed(power(c) * factor) : 0;
      }
      numbers[target + label] = flushed(-others * factor);
    }
  };

  function add(index: number, value: number): void {
    sums64[index] = (sums64[index] as number) + value;
  }

  return { pairLoss };
}

function flushed(value: number): number {
  return Math.abs(value) < tinyGradient ? 0 : value;
}
