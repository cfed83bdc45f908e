/** Attention at α = 0, where both tokens count fully: one table a position. */
import { modelDimensions } from '../../../../model/configuration.ts';
import { rowsOf } from '../../layout.ts';
import type { FactoredContext, TokenPhasePlan } from './context.ts';
import { tableGradientSums } from './context.ts';
import type { Reading } from './reading.ts';

/**
 * Values V = X·W_Vᵀ, attended Y = V·W_Oᵀ (plus X at the second position), table = Y·[W_inᵀ | W_U].
 * Positions stand one below the other, so each is one product.
 */
export function planSingleTable(
  { configuration, parameters, layout, tables, tokens }: FactoredContext,
  reading: Reading,
): TokenPhasePlan {
  const { p, width, heads } = configuration;
  const valueWidth = heads * modelDimensions(configuration).headWidth;
  const values = layout.matrix(2 * p, valueWidth);
  const toValues = layout.matrix(2 * p, valueWidth);
  const attended = layout.matrix(2 * p, width);
  const toAttended = layout.matrix(2 * p, width);
  const second = rowsOf(attended, p, p);
  const secondTokens = rowsOf(tokens.rows, p, p);
  const size = p * width;

  return ({ kernels, products: [products] }) => ({
    prepare() {
      products.multiplyByTransposed(tokens.rows, parameters.matrix('blocks.0.attn.W_V'), values);
      products.multiplyByTransposed(values, parameters.matrix('blocks.0.attn.W_O'), attended);
      kernels.addScaled(size, secondTokens.pointer, 1, second.pointer);
      reading.read(products, attended, tables.tables);
      reading.addBiases(products, kernels, rowsOf(tables.tables, p, p));
    },
    finish() {
      const { toTables } = tableGradientSums(tables);
      const output = parameters.matrix('blocks.0.attn.W_O');
      const value = parameters.matrix('blocks.0.attn.W_V');
      kernels.clear(2 * size, toAttended.pointer);
      reading.back(products, attended, toTables, toAttended);
      reading.biasesBack(products, kernels, rowsOf(toTables, p, p));
      products.multiply(toAttended, output, toValues);
      products.multiplyOverRows(toAttended, values, parameters.gradient('blocks.0.attn.W_O'));
      products.multiply(toValues, value, tokens.gradients);
      products.multiplyOverRows(toValues, tokens.rows, parameters.gradient('blocks.0.attn.W_V'));
      const toSecondTokens = rowsOf(tokens.gradients, p, p);
      kernels.addScaled(size, rowsOf(toAttended, p, p).pointer, 1, toSecondTokens.pointer);
    },
  });
}
