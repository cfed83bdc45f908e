/**
 * Small dense linear algebra on row-major arrays, in float64. Plain loops: for analysis, not
 * training. The products take Float64Array only: mixed array types make them several times slower.
 */

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

/** The same in float64. @param matrix rows × columns, row-major */
export function transposePrecise(
  matrix: Float64Array,
  rows: number,
  columns: number,
): Float64Array {
  const result = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      result[column * rows + row] = matrix[row * columns + column] as number;
    }
  }
  return result;
}
