/** Values of pairs out of tables with one row a token, the bend, and the way back, in plain code. */
import { activationSlope, activationValue } from '../../../model/forward/activation.ts';
import type { CpuKernels, Numbers } from '../kernels.ts';

const rectifies = 1;

/** The pair and activation kernels on a memory. */
export function plainPairs(
  numbers: Numbers,
  integers: Int32Array,
): Pick<CpuKernels, 'pairValues' | 'pairGradients' | 'bend' | 'bendBack'> {
  const at = (index: number): number => numbers[index] as number;
  const token = (pointer: number, row: number): number => integers[(pointer >> 2) + row] as number;

  function bend(
    rows: number,
    width: number,
    values: number,
    slopes: number,
    stride: number,
    kind: number,
  ): void {
    if (kind === 0) return;
    for (let row = 0; row < rows; row++) {
      const start = (values >> 2) + row * stride;
      const slope = (slopes >> 2) + row * stride;
      for (let column = 0; column < width; column++) {
        const x = at(start + column);
        if (kind === rectifies) {
          if (x < 0) numbers[start + column] = 0;
        } else {
          numbers[start + column] = activationValue('gelu', x);
          numbers[slope + column] = activationSlope('gelu', x);
        }
      }
    }
  }

  function bendBack(
    rows: number,
    width: number,
    values: number,
    slopes: number,
    gradient: number,
    stride: number,
    kind: number,
  ): void {
    if (kind === 0) return;
    for (let row = 0; row < rows; row++) {
      const start = (gradient >> 2) + row * stride;
      const source = ((kind === rectifies ? values : slopes) >> 2) + row * stride;
      for (let column = 0; column < width; column++) {
        if (kind === rectifies) {
          if (!(at(source + column) > 0)) numbers[start + column] = 0;
        } else numbers[start + column] = at(start + column) * at(source + column);
      }
    }
  }

  const pairValues: CpuKernels['pairValues'] = (
    rows,
    firsts,
    seconds,
    p,
    width,
    first,
    second,
    headCount,
    heads,
    weights,
    out,
    slopes,
    hiddenWidth,
    kind,
  ) => {
    for (let row = 0; row < rows; row++) {
      const a = token(firsts, row);
      const b = token(seconds, row);
      const target = (out >> 2) + row * width;
      const fromFirst = (first >> 2) + a * width;
      const fromSecond = (second >> 2) + b * width;
      for (let column = 0; column < width; column++) {
        numbers[target + column] =
          (first === 0 ? 0 : at(fromFirst + column)) + at(fromSecond + column);
      }
      for (let head = 0; head < headCount; head++) {
        const weight = at((weights >> 2) + (head * p + a) * p + b);
        const ofFirst = (heads >> 2) + (2 * head * p + a) * width;
        const ofSecond = (heads >> 2) + (2 * head * p + p + b) * width;
        for (let column = 0; column < width; column++) {
          numbers[target + column] =
            at(target + column) + weight * (at(ofFirst + column) - at(ofSecond + column));
        }
      }
      bend(1, hiddenWidth, out + 4 * row * width, slopes + 4 * row * width, 0, kind);
    }
  };

  const pairGradients: CpuKernels['pairGradients'] = (
    rows,
    firsts,
    seconds,
    p,
    width,
    headCount,
    heads,
    weights,
    out,
    slopes,
    hiddenWidth,
    kind,
    gradient,
    toFirst,
    toSecond,
    toHeads,
    toWeights,
  ) => {
    for (let row = 0; row < rows; row++) {
      const a = token(firsts, row);
      const b = token(seconds, row);
      const offset = 4 * row * width;
      bendBack(1, hiddenWidth, out + offset, slopes + offset, gradient + offset, 0, kind);
      const from = (gradient + offset) >> 2;
      if (toFirst !== 0) addRow(width, from, (toFirst >> 2) + a * width);
      addRow(width, from, (toSecond >> 2) + b * width);
      for (let head = 0; head < headCount; head++) {
        const ofFirst = (2 * head * p + a) * width;
        const ofSecond = (2 * head * p + p + b) * width;
        const index = (head * p + a) * p + b;
        const weight = at((weights >> 2) + index);
        let slope = 0;
        for (let column = 0; column < width; column++) {
          const value = at(from + column);
          const firstAt = ofFirst + column;
          const secondAt = ofSecond + column;
          slope += value * (at((heads >> 2) + firstAt) - at((heads >> 2) + secondAt));
          numbers[(toHeads >> 2) + firstAt] = at((toHeads >> 2) + firstAt) + weight * value;
          numbers[(toHeads >> 2) + secondAt] = at((toHeads >> 2) + secondAt) - weight * value;
        }
        numbers[(toWeights >> 2) + index] = slope;
      }
    }
  };

  function addRow(width: number, from: number, to: number): void {
    for (let column = 0; column < width; column++) {
      numbers[to + column] = at(to + column) + at(from + column);
    }
  }

  return { pairValues, pairGradients, bend, bendBack };
}
