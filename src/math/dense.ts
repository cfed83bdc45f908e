/**
 * Small dense linear algebra on row-major arrays, in float64. Plain loops: for analysis, not
 * training. The products take Float64Array only: mixed array types make them several times slower.
 */

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

/**
 * Product of a transposed matrix with a vector: out[c] = Σ_r matrix[r·columns + c]·vector[r].
 * Rows with a zero factor are skipped, which pays after a ReLU.
 */
export function multiplyTransposedVector(
  matrix: Float64Array,
  vector: Float64Array,
  rows: number,
  columns: number,
): Float64Array {
  const result = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    const factor = vector[row] as number;
    if (factor === 0) continue;
    const offset = row * columns;
    for (let column = 0; column < columns; column++) {
      result[column] = (result[column] as number) + factor * (matrix[offset + column] as number);
    }
  }
  return result;
}

/** Column of a row-major matrix as a vector of its own. */
export function matrixColumn(
  matrix: Float64Array,
  rows: number,
  columns: number,
  column: number,
): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => matrix[row * columns + column] as number);
}

/** target += factor·source, element by element. */
export function addScaled(target: Float64Array, source: Float64Array, factor = 1): void {
  for (let index = 0; index < target.length; index++) {
    target[index] = (target[index] as number) + factor * (source[index] as number);
  }
}

/** Dot product of a matrix row with a vector: Σ_c matrix[row·columns + c]·vector[c]. */
export function rowProduct(matrix: Float64Array, vector: Float64Array, row: number): number {
  const columns = vector.length;
  const offset = row * columns;
  let sum = 0;
  for (let column = 0; column < columns; column++) {
    sum += (matrix[offset + column] as number) * (vector[column] as number);
  }
  return sum;
}

/** Rows and columns exchanged. @param matrix rows × columns, row-major */
export function transpose(
  matrix: ArrayLike<number>,
  rows: number,
  columns: number,
): Float32Array<ArrayBuffer> {
  const result = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      result[column * rows + row] = matrix[row * columns + column] as number;
    }
  }
  return result;
}
