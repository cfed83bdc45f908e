/** Means, spreads and the other small statistics the measures are built from. All in float64. */

/** Arithmetic mean; NaN for no values. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index] as number;
  return sum / values.length;
}

/** Population standard deviation (division by the count, as the paper's numpy code does). */
export function standardDeviation(values: ArrayLike<number>): number {
  const centre = mean(values);
  let sum = 0;
  for (let index = 0; index < values.length; index++) {
    const difference = (values[index] as number) - centre;
    sum += difference * difference;
  }
  return Math.sqrt(sum / values.length);
}

/** Sum of products of two equally long vectors. */
export function dotProduct(left: ArrayLike<number>, right: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < left.length; index++) {
    sum += (left[index] as number) * (right[index] as number);
  }
  return sum;
}

/** Cosine of the angle between two vectors; undefined when one of them is zero. */
export function cosineSimilarity(
  left: ArrayLike<number>,
  right: ArrayLike<number>,
): number | undefined {
  const lengths = Math.sqrt(dotProduct(left, left) * dotProduct(right, right));
  return lengths > 0 ? dotProduct(left, right) / lengths : undefined;
}

/**
 * Gini coefficient of non-negative values: 0 when all are equal, towards 1 when one holds all.
 * 0 when they sum to nothing.
 */
export function giniCoefficient(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  let total = 0;
  let weighted = 0;
  sorted.forEach((value, index) => {
    total += value;
    weighted += value * (index + 1);
  });
  const count = sorted.length;
  return total > 0 ? (2 * weighted) / (count * total) - (count + 1) / count : 0;
}
