/** Principal components of a table of rows. */
import { symmetricEigen } from '../math/eigen.ts';

/** One principal component. */
export interface PrincipalComponent {
  /** Score of every row: its centred row times the direction. */
  readonly scores: Float64Array;
  /** Unit vector. */
  readonly direction: Float64Array;
  /** Share of the table's variance, 0 … 1. */
  readonly varianceShare: number;
}

/** The mean row and the leading components. */
export interface PrincipalComponents {
  readonly mean: Float64Array;
  /** Fewer than asked for where the table has fewer. */
  readonly components: readonly PrincipalComponent[];
}

/**
 * The leading principal components of a table, centred on its mean row. The eigenvectors of the
 * smaller of the two Gram matrices are computed.
 *
 * @param rows rows × width, row-major
 */
export function principalComponents(
  rows: ArrayLike<number>,
  width: number,
  count: number,
): PrincipalComponents {
  const rowCount = rows.length / width;
  const { centred, mean } = centreColumns(rows, rowCount, width);
  const smaller = Math.min(rowCount, width);
  const byRows = rowCount <= width;
  const { values, vectors } = symmetricEigen(gramMatrix(centred, rowCount, width), smaller);
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const strongest = values[0] as number;
  const components: PrincipalComponent[] = [];
  for (let index = 0; index < Math.min(count, smaller); index++) {
    const value = values[index] as number;
    if (!(value > 1e-12 * strongest)) break;
    const vector = vectors[index] as Float64Array;
    const length = Math.sqrt(value);
    const direction = byRows
      ? combineRows(centred, vector, width).map((entry) => entry / length)
      : vector;
    const scores = byRows ? vector.map((entry) => entry * length) : rowScores(centred, vector);
    components.push({ scores, direction, varianceShare: value / total });
  }
  return { mean, components };
}

/** centred·centredᵀ or centredᵀ·centred, whichever is smaller. */
function gramMatrix(centred: Float64Array, rowCount: number, width: number): Float64Array {
  const byRows = rowCount <= width;
  const size = Math.min(rowCount, width);
  const depth = byRows ? width : rowCount;
  const gram = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let l = 0; l < depth; l++) {
        const left = byRows ? centred[i * width + l] : centred[l * width + i];
        const right = byRows ? centred[j * width + l] : centred[l * width + j];
        sum += (left as number) * (right as number);
      }
      gram[i * size + j] = sum;
      gram[j * size + i] = sum;
    }
  }
  return gram;
}

function combineRows(table: Float64Array, factors: Float64Array, width: number): Float64Array {
  const result = new Float64Array(width);
  factors.forEach((factor, row) => {
    for (let i = 0; i < width; i++) {
      result[i] = (result[i] as number) + factor * (table[row * width + i] as number);
    }
  });
  return result;
}

function rowScores(table: Float64Array, direction: Float64Array): Float64Array {
  const width = direction.length;
  return Float64Array.from({ length: table.length / width }, (_, row) => {
    let score = 0;
    for (let i = 0; i < width; i++) {
      score += (table[row * width + i] as number) * (direction[i] as number);
    }
    return score;
  });
}

function centreColumns(table: ArrayLike<number>, rowCount: number, width: number) {
  const centred = Float64Array.from(table);
  const mean = new Float64Array(width);
  for (let column = 0; column < width; column++) {
    let sum = 0;
    for (let row = 0; row < rowCount; row++) sum += centred[row * width + column] as number;
    mean[column] = sum / rowCount;
    for (let row = 0; row < rowCount; row++) {
      const index = row * width + column;
      centred[index] = (centred[index] as number) - sum / rowCount;
    }
  }
  return { centred, mean };
}
