/** Small operations on matrices whose rows belong to pairs or tokens, in float64. */

/** Row of a table for each token. */
export function gatherRows(table: Float64Array, width: number, tokens: Int32Array): Float64Array {
  const rows = new Float64Array(tokens.length * width);
  tokens.forEach((token, row) => {
    rows.set(table.subarray(token * width, (token + 1) * width), row * width);
  });
  return rows;
}

/** target += source, element by element. */
export function addTo(target: Float64Array, source: Float64Array): void {
  for (let at = 0; at < target.length; at++) {
    target[at] = (target[at] as number) + (source[at] as number);
  }
}

/** Adds one row to every row of a matrix. */
export function addToRows(matrix: Float64Array, row: Float64Array): void {
  for (let at = 0; at < matrix.length; ) {
    for (let column = 0; column < row.length; column++, at++) {
      matrix[at] = (matrix[at] as number) + (row[column] as number);
    }
  }
}
