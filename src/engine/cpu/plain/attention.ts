/** Attention in plain code; formulas as in `assembly/attention.ts`. */
import type { CpuKernels, Numbers } from '../kernels.ts';

/** The attention kernels on a memory. */
export function plainAttention(
  numbers: Numbers,
): Pick<CpuKernels, 'headWeights' | 'headWeightGradients' | 'attend' | 'attendGradients'> {
  const at = (index: number): number => numbers[index] as number;

  function dot(count: number, x: number, y: number): number {
    let sum = 0;
    for (let index = 0; index < count; index++) sum += at(x + index) * at(y + index);
    return sum;
  }

  function addScaled(count: number, source: number, factor: number, target: number): void {
    for (let index = 0; index < count; index++) {
      numbers[target + index] = at(target + index) + factor * at(source + index);
    }
  }

  const headWeights: CpuKernels['headWeights'] = (
    p,
    heads,
    headWidth,
    query,
    key,
    scale,
    attentionRate,
    weights,
  ) => {
    const width = heads * headWidth;
    for (let head = 0; head < heads; head++) {
      for (let b = 0; b < p; b++) {
        const q = (query >> 2) + b * width + head * headWidth;
        const keyOf = (row: number) => (key >> 2) + row * width + head * headWidth;
        const own = dot(headWidth, q, keyOf(p + b));
        for (let a = 0; a < p; a++) {
          const score = scale * (dot(headWidth, q, keyOf(a)) - own);
          numbers[(weights >> 2) + (head * p + a) * p + b] = attentionRate / (1 + Math.exp(-score));
        }
      }
    }
  };

  const headWeightGradients: CpuKernels['headWeightGradients'] = (
    p,
    heads,
    headWidth,
    query,
    key,
    scale,
    attentionRate,
    weights,
    gradient,
    toQuery,
    toKey,
  ) => {
    const width = heads * headWidth;
    for (let head = 0; head < heads; head++) {
      for (let b = 0; b < p; b++) {
        const ofB = b * width + head * headWidth;
        const second = (p + b) * width + head * headWidth;
        let total = 0;
        for (let a = 0; a < p; a++) {
          const index = (head * p + a) * p + b;
          const weight = at((weights >> 2) + index);
          const slope = scale * at((gradient >> 2) + index) * weight * (1 - weight / attentionRate);
          const first = a * width + head * headWidth;
          addScaled(headWidth, (key >> 2) + first, slope, (toQuery >> 2) + ofB);
          addScaled(headWidth, (query >> 2) + ofB, slope, (toKey >> 2) + first);
          total += slope;
        }
        addScaled(headWidth, (key >> 2) + second, -total, (toQuery >> 2) + ofB);
        addScaled(headWidth, (query >> 2) + ofB, -total, (toKey >> 2) + second);
      }
    }
  };

  const attend: CpuKernels['attend'] = (
    rows,
    heads,
    headWidth,
    positions,
    step,
    query,
    keys,
    values,
    scale,
    attentionRate,
    weights,
    read,
  ) => {
    const width = heads * headWidth;
    numbers.fill(0, read >> 2, (read >> 2) + rows * width);
    for (let row = 0; row < rows; row++) {
      for (let head = 0; head < heads; head++) {
        const offset = row * width + head * headWidth;
        const own = (weights >> 2) + (row * heads + head) * positions;
        if (attentionRate > 0) {
          let highest = Number.NEGATIVE_INFINITY;
          for (let j = 0; j < positions; j++) {
            const other = (keys >> 2) + offset + j * step;
            numbers[own + j] = scale * dot(headWidth, (query >> 2) + offset, other);
            highest = Math.max(highest, at(own + j));
          }
          let total = 0;
          for (let j = 0; j < positions; j++) {
            numbers[own + j] = Math.exp(at(own + j) - highest);
            total += at(own + j);
          }
          for (let j = 0; j < positions; j++) numbers[own + j] = at(own + j) / total;
        }
        for (let j = 0; j < positions; j++) {
          const share = attentionRate > 0 ? attentionRate * at(own + j) + 1 - attentionRate : 1;
          addScaled(headWidth, (values >> 2) + offset + j * step, share, (read >> 2) + offset);
        }
      }
    }
  };

  const attendGradients: CpuKernels['attendGradients'] = (
    rows,
    heads,
    headWidth,
    positions,
    step,
    query,
    keys,
    values,
    scale,
    attentionRate,
    weights,
    gradient,
    toQuery,
    toKeys,
    toValues,
  ) => {
    const width = heads * headWidth;
    for (let row = 0; row < rows; row++) {
      for (let head = 0; head < heads; head++) {
        const offset = row * width + head * headWidth;
        const upstream = (gradient >> 2) + offset;
        const own = (weights >> 2) + (row * heads + head) * positions;
        let average = 0;
        for (let j = 0; j < positions; j++) {
          const share = attentionRate > 0 ? attentionRate * at(own + j) + 1 - attentionRate : 1;
          addScaled(headWidth, upstream, share, (toValues >> 2) + offset + j * step);
        }
        if (attentionRate === 0) continue;
        for (let j = 0; j < positions; j++) {
          average += at(own + j) * dot(headWidth, upstream, (values >> 2) + offset + j * step);
        }
        for (let j = 0; j < positions; j++) {
          const other = offset + j * step;
          const along = dot(headWidth, upstream, (values >> 2) + other) - average;
          const slope = scale * attentionRate * at(own + j) * along;
          addScaled(headWidth, (keys >> 2) + other, slope, (toQuery >> 2) + offset);
          addScaled(headWidth, (query >> 2) + offset, slope, (toKeys >> 2) + other);
        }
      }
    }
  };

  return { headWeights, headWeightGradients, attend, attendGradients };
}
