/** Small symmetric systems of linear equations. */

/**
 * Solves matrix·x = right for a symmetric positive semidefinite matrix by Cholesky's decomposition.
 * Directions that depend on earlier ones get a zero.
 *
 * @param matrix n × n, row-major
 */
export function solveLinear(matrix: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  const lower = new Float64Array(n * n);
  const x = Float64Array.from(right);
  const at = (i: number, j: number) => lower[i * n + j] as number;
  for (let j = 0; j < n; j++) {
    const own = matrix[j * n + j] as number;
    let pivot = own;
    for (let l = 0; l < j; l++) pivot -= at(j, l) ** 2;
    if (!(pivot > 1e-10 * own)) continue;
    lower[j * n + j] = Math.sqrt(pivot);
    for (let i = j + 1; i < n; i++) {
      let sum = matrix[i * n + j] as number;
      for (let l = 0; l < j; l++) sum -= at(i, l) * at(j, l);
      lower[i * n + j] = sum / at(j, j);
    }
  }
  for (let i = 0; i < n; i++) {
    for (let l = 0; l < i; l++) x[i] = (x[i] as number) - at(i, l) * (x[l] as number);
    x[i] = at(i, i) > 0 ? (x[i] as number) / at(i, i) : 0;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let l = i + 1; l < n; l++) x[i] = (x[i] as number) - at(l, i) * (x[l] as number);
    x[i] = at(i, i) > 0 ? (x[i] as number) / at(i, i) : 0;
  }
  return x;
}
