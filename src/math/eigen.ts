/** Eigenvalues and eigenvectors of symmetric matrices, for principal components. */

/** Eigenpairs sorted by falling eigenvalue; vectors[i] belongs to values[i] and has length 1. */
export interface Eigendecomposition {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array[];
}

/**
 * Cyclic Jacobi rotations on a symmetric matrix.
 *
 * @param matrix size × size, row-major; only symmetric input makes sense. Not modified.
 * @param size number of rows
 */
export function symmetricEigen(matrix: ArrayLike<number>, size: number): Eigendecomposition {
  const work = Float64Array.from(matrix);
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  let scale = 0;
  for (const value of work) scale += value * value;

  for (let sweep = 0; sweep < 60; sweep++) {
    let offDiagonal = 0;
    for (let row = 0; row < size; row++) {
      for (let column = row + 1; column < size; column++) {
        offDiagonal += (work[row * size + column] as number) ** 2;
      }
    }
    if (offDiagonal <= 1e-22 * scale) break;
    for (let row = 0; row < size; row++) {
      for (let column = row + 1; column < size; column++) rotate(work, vectors, size, row, column);
    }
  }

  const order = Array.from({ length: size }, (_, index) => index).sort(
    (a, b) => (work[b * size + b] as number) - (work[a * size + a] as number),
  );
  return {
    values: Float64Array.from(order, (index) => work[index * size + index] as number),
    vectors: order.map((column) =>
      Float64Array.from({ length: size }, (_, row) => vectors[row * size + column] as number),
    ),
  };
}

/** One Jacobi rotation that zeroes work[i][j]. */
function rotate(
  work: Float64Array,
  vectors: Float64Array,
  size: number,
  i: number,
  j: number,
): void {
  const coupling = work[i * size + j] as number;
  if (coupling === 0) return;
  const difference = ((work[j * size + j] as number) - (work[i * size + i] as number)) / 2;
  const tangent =
    difference === 0
      ? 1
      : Math.sign(difference) *
        (Math.abs(coupling) / (Math.abs(difference) + Math.hypot(difference, coupling))) *
        Math.sign(coupling);
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k++) {
    const left = work[k * size + i] as number;
    const right = work[k * size + j] as number;
    work[k * size + i] = cosine * left - sine * right;
    work[k * size + j] = sine * left + cosine * right;
  }
  for (let k = 0; k < size; k++) {
    const left = work[i * size + k] as number;
    const right = work[j * size + k] as number;
    work[i * size + k] = cosine * left - sine * right;
    work[j * size + k] = sine * left + cosine * right;
    const leftVector = vectors[k * size + i] as number;
    const rightVector = vectors[k * size + j] as number;
    vectors[k * size + i] = cosine * leftVector - sine * rightVector;
    vectors[k * size + j] = sine * leftVector + cosine * rightVector;
  }
}
