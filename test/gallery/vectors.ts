/** Vectors for making figures' data. */

/**
 * Product of a matrix with a vector: out[r] = Σ_c matrix[r·columns + c]·vector[c].
 *
 * @param matrix rows × columns, row-major
 */
export function multiplyVector(
  matrix: Float64Array,
  vector: Float64Array,
  rows: number,
  columns: number,
): Float64Array {
  const result = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const offset = row * columns;
    let sum = 0;
    for (let column = 0; column < columns; column++) {
      sum += (matrix[offset + column] as number) * (vector[column] as number);
    }
    result[row] = sum;
  }
  return result;
}

/** target += factor·source, element by element. */
export function addScaled(target: Float64Array, source: Float64Array, factor = 1): void {
  for (let index = 0; index < target.length; index++) {
    target[index] = (target[index] as number) + factor * (source[index] as number);
  }
}
