/** What hidden units and logits read from residual rows: rows·[W_inᵀ | W_U], and the biases. */
import { modelDimensions } from '../../../../model/configuration.ts';
import type { CpuKernels } from '../../kernels.ts';
import { columnsOf, type Matrix } from '../../layout.ts';
import type { Products } from '../../products.ts';
import type { FactoredContext } from './context.ts';

/** Reads residual rows into rows of a pair table. */
export interface Reading {
  /** target = (adds: +) rows·[W_inᵀ | W_U]. */
  read(products: Products, rows: Matrix, target: Matrix, adds?: boolean): void;
  /** Gradients of W_in and W_U are added, that of the rows is added to `toRows`. */
  back(products: Products, rows: Matrix, gradient: Matrix, toRows: Matrix): void;
  /** Adds b_in and W_Uᵀb_out to each row. */
  addBiases(products: Products, kernels: CpuKernels, target: Matrix): void;
  /** From the gradient of those rows to the biases' and W_U's. */
  biasesBack(products: Products, kernels: CpuKernels, gradient: Matrix): void;
  /** The columns of the hidden units, or of the logits. */
  hidden(table: Matrix): Matrix;
  logits(table: Matrix): Matrix;
}

/** Room for the biases seen by the logits. */
export function planReading({
  configuration,
  parameters,
  layout,
  tables,
}: FactoredContext): Reading {
  const { vocabulary, hiddenWidth } = modelDimensions(configuration);
  const { logitsAt, width } = tables.shape;
  const bias = layout.matrix(1, vocabulary);
  const biasSums = layout.matrix(1, width);
  const input = () => parameters.matrix('blocks.0.mlp.W_in');
  const unembedding = () => parameters.matrix('unembed.W_U');
  const hidden = (table: Matrix) => columnsOf(table, 0, hiddenWidth);
  const logits = (table: Matrix) => columnsOf(table, logitsAt, vocabulary);
  /** A vector as a matrix of one row. */
  const row = (matrix: Matrix): Matrix => ({ ...matrix, rows: 1 });

  return {
    hidden,
    logits,
    read(products, rows, target, adds = false) {
      products.multiplyByTransposed(rows, input(), hidden(target), adds);
      products.multiply(rows, unembedding(), logits(target), adds);
    },
    back(products, rows, gradient, toRows) {
      products.multiplyOverRows(
        hidden(gradient),
        rows,
        parameters.gradient('blocks.0.mlp.W_in'),
        true,
      );
      products.multiplyOverRows(rows, logits(gradient), parameters.gradient('unembed.W_U'), true);
      products.multiply(hidden(gradient), input(), toRows, true);
      products.multiplyByTransposed(logits(gradient), unembedding(), toRows, true);
    },
    addBiases(products, kernels, target) {
      const { pointer, stride, rows } = target;
      const inputBias = parameters.matrix('blocks.0.mlp.b_in');
      products.multiply(row(parameters.matrix('blocks.0.mlp.b_out')), unembedding(), bias);
      kernels.addToRows(rows, hiddenWidth, inputBias.pointer, pointer, stride);
      kernels.addToRows(rows, vocabulary, bias.pointer, pointer + 4 * logitsAt, stride);
    },
    biasesBack(products, kernels, gradient) {
      kernels.clear(width, biasSums.pointer);
      kernels.addRowSums(gradient.rows, width, gradient.pointer, gradient.stride, biasSums.pointer);
      const toInput = parameters.gradient('blocks.0.mlp.b_in');
      kernels.addScaled(hiddenWidth, biasSums.pointer, 1, toInput.pointer);
      const ofLogits = logits(biasSums);
      const output = row(parameters.matrix('blocks.0.mlp.b_out'));
      const toOutput = row(parameters.gradient('blocks.0.mlp.b_out'));
      products.multiplyByTransposed(ofLogits, unembedding(), toOutput, true);
      products.multiplyOverRows(output, ofLogits, parameters.gradient('unembed.W_U'), true);
    },
  };
}
