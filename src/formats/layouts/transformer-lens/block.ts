/** One block of a TransformerLens network, turned into the names and shapes used here. */
import { transpose } from '../../../math/dense.ts';
import type { TensorTable } from '../../tensors.ts';
import { readShaped } from '../layout.ts';
import { biasOrZeros, refuseNonzero } from './biases.ts';

/** Sizes that all blocks share. */
export interface BlockSizes {
  readonly width: number;
  readonly heads: number;
  readonly headWidth: number;
  readonly hiddenWidth: number;
}

/** A block's parameters. */
export interface ReadBlock {
  readonly parameters: ReadonlyMap<string, Float32Array>;
  /** Attention had biases, which now are in the hidden layer's. */
  readonly isFolded: boolean;
}

/** @throws FormatError */
export function readBlock(tensors: TensorTable, layer: number, sizes: BlockSizes): ReadBlock {
  const { width, heads, headWidth, hiddenWidth } = sizes;
  const attention = `blocks.${layer}.attn`;
  const hidden = `blocks.${layer}.mlp`;
  for (const name of ['b_K', 'b_Q']) {
    refuseNonzero(tensors, `${attention}.${name}`, [heads, headWidth]);
  }
  const projection = (name: string) =>
    transposeHeads(readShaped(tensors, `${attention}.${name}`, [heads, width, headWidth]), sizes);
  // heads × d_head × d, one below the other, is the transpose of d × (heads·d_head).
  const output = readShaped(tensors, `${attention}.W_O`, [heads, headWidth, width]);
  const inward = readShaped(tensors, `${hidden}.W_in`, [width, hiddenWidth]);
  const outward = readShaped(tensors, `${hidden}.W_out`, [hiddenWidth, width]);
  const constant = attentionConstant(tensors, attention, output, sizes);
  return {
    parameters: new Map([
      ...['W_K', 'W_Q', 'W_V'].map((name) => [`${attention}.${name}`, projection(name)] as const),
      [`${attention}.W_O`, transpose(output, heads * headWidth, width)],
      [`${hidden}.W_in`, transpose(inward, width, hiddenWidth)],
      [
        `${hidden}.b_in`,
        plus(biasOrZeros(tensors, `${hidden}.b_in`, [hiddenWidth]), combine(constant, inward)),
      ],
      [`${hidden}.W_out`, transpose(outward, hiddenWidth, width)],
      [`${hidden}.b_out`, plus(biasOrZeros(tensors, `${hidden}.b_out`, [width]), constant)],
    ]),
    isFolded: constant.some((value) => value !== 0),
  };
}

/**
 * What the attention's biases add to the residual stream at every position, b_V·W_O + b_O: its
 * weights sum to 1, so that every head reads its b_V once. It can be left out there when the hidden
 * layer adds it: W_in of it to b_in, and itself to b_out.
 */
function attentionConstant(
  tensors: TensorTable,
  attention: string,
  output: Float32Array,
  { width, heads, headWidth }: BlockSizes,
): Float64Array {
  const values = biasOrZeros(tensors, `${attention}.b_V`, [heads, headWidth]);
  const constant = combine(Float64Array.from(values), output);
  biasOrZeros(tensors, `${attention}.b_O`, [width]).forEach((value, index) => {
    constant[index] = (constant[index] as number) + value;
  });
  return constant;
}

/** Row vector times a matrix with as many rows, row-major. */
function combine(row: Float64Array, matrix: Float32Array): Float64Array {
  const columns = matrix.length / row.length;
  const result = new Float64Array(columns);
  row.forEach((factor, index) => {
    for (let column = 0; column < columns; column++) {
      const value = matrix[index * columns + column] as number;
      result[column] = (result[column] as number) + factor * value;
    }
  });
  return result;
}

function plus(values: Float32Array, added: Float64Array): Float32Array {
  return values.map((value, index) => value + (added[index] as number));
}

/** heads × d × d_head to heads × d_head × d. */
function transposeHeads(
  matrices: Float32Array,
  { width, heads, headWidth }: BlockSizes,
): Float32Array {
  const result = new Float32Array(matrices.length);
  const size = width * headWidth;
  for (let head = 0; head < heads; head++) {
    const matrix = matrices.subarray(head * size, (head + 1) * size);
    result.set(transpose(matrix, width, headWidth), head * size);
  }
  return result;
}
