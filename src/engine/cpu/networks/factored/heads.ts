/**
 * Attention at α > 0. With w_h[a,b] = α·(softmax weight on the first token),
 *
 *   row[a,b] = (1−α)·ΣF_h[a] + (X¹·[W_inᵀ|W_U] + biases + ΣS_h)[b] + Σ_h w_h[a,b]·(F_h[a] − S_h[b])
 *
 * where F_h and S_h are what hidden units and logits would read from the head's values v_h at the
 * first and second position: v_h·Z_hᵀ with Z = [W_in; W_Uᵀ]·W_O, folded once a step.
 */
import { modelDimensions } from '../../../../model/configuration.ts';
import { columnsOf, type Matrix, rowsOf } from '../../layout.ts';
import { type FactoredContext, type TokenPhasePlan, tableGradientSums } from './context.ts';
import type { Reading } from './reading.ts';

/** Room for the heads' tables. */
export function planHeads(
  { configuration, parameters, layout, tables, tokens }: FactoredContext,
  reading: Reading,
): TokenPhasePlan {
  const { p, heads, attentionRate } = configuration;
  const { headWidth, hiddenWidth, vocabulary } = modelDimensions(configuration);
  const { width, logitsAt } = tables.shape;
  const allHeads = heads * headWidth;
  const tableSize = p * width;
  const perToken = () => layout.matrix(2 * p, allHeads);
  const forward = { values: perToken(), keys: perToken(), queries: layout.matrix(p, allHeads) };
  const backward = { values: perToken(), keys: perToken(), queries: layout.matrix(p, allHeads) };
  const attention = [
    p,
    heads,
    headWidth,
    forward.queries.pointer,
    forward.keys.pointer,
    1 / Math.sqrt(headWidth),
    attentionRate,
    tables.weights.pointer,
  ] as const;
  const folded = layout.matrix(width, allHeads);
  const toFolded = layout.matrix(width, allHeads);
  const secondTokens = rowsOf(tokens.rows, p, p);
  const toSecondTokens = rowsOf(tokens.gradients, p, p);
  const unitRows = (matrix: Matrix) => rowsOf(matrix, 0, hiddenWidth);
  const logitRows = (matrix: Matrix) => rowsOf(matrix, logitsAt, vocabulary);
  const ofHead = (matrix: Matrix, head: number) => columnsOf(matrix, head * headWidth, headWidth);
  const headTable = (matrix: Matrix, head: number) => rowsOf(matrix, 2 * p * head, 2 * p);
  const weights = (name: string) => parameters.matrix(`blocks.0.attn.${name}`);
  const gradient = (name: string) => parameters.gradient(`blocks.0.attn.${name}`);
  const input = () => parameters.matrix('blocks.0.mlp.W_in');
  const unembedding = () => parameters.matrix('unembed.W_U');
  const first = tables.tables.pointer;
  const second = first + 4 * tableSize;

  return ({ kernels, products: [products] }) => ({
    prepare() {
      products.multiplyByTransposed(tokens.rows, weights('W_V'), forward.values);
      products.multiplyByTransposed(tokens.rows, weights('W_K'), forward.keys);
      products.multiplyByTransposed(secondTokens, weights('W_Q'), forward.queries);
      kernels.headWeights(...attention);
      products.multiply(input(), weights('W_O'), unitRows(folded));
      products.multiplyOverRows(unembedding(), weights('W_O'), logitRows(folded));

      kernels.clear(2 * tableSize, first);
      reading.read(products, secondTokens, rowsOf(tables.tables, p, p));
      reading.addBiases(products, kernels, rowsOf(tables.tables, p, p));
      for (let head = 0; head < heads; head++) {
        const table = headTable(tables.heads, head);
        products.multiplyByTransposed(ofHead(forward.values, head), ofHead(folded, head), table);
        if (attentionRate < 1)
          kernels.addScaled(tableSize, table.pointer, 1 - attentionRate, first);
        kernels.addScaled(tableSize, table.pointer + 4 * tableSize, 1, second);
      }
    },
    finish() {
      const { toTables, toHeads } = tableGradientSums(tables);
      const toSecond = rowsOf(toTables, p, p);
      for (let head = 0; head < heads; head++) {
        const toTable = headTable(toHeads, head);
        if (attentionRate < 1) {
          kernels.addScaled(tableSize, toTables.pointer, 1 - attentionRate, toTable.pointer);
        }
        kernels.addScaled(tableSize, toSecond.pointer, 1, toTable.pointer + 4 * tableSize);
        const values = ofHead(forward.values, head);
        products.multiply(toTable, ofHead(folded, head), ofHead(backward.values, head));
        products.multiplyOverRows(toTable, values, ofHead(toFolded, head));
      }
      reading.back(products, secondTokens, toSecond, toSecondTokens);
      reading.biasesBack(products, kernels, toSecond);
      // Z = [W_in; W_Uᵀ]·W_O.
      products.multiplyByTransposed(
        unitRows(toFolded),
        weights('W_O'),
        parameters.gradient('blocks.0.mlp.W_in'),
        true,
      );
      products.multiplyOverRows(input(), unitRows(toFolded), gradient('W_O'), true);
      products.multiply(unembedding(), logitRows(toFolded), gradient('W_O'), true);
      products.multiplyByTransposed(
        weights('W_O'),
        logitRows(toFolded),
        parameters.gradient('unembed.W_U'),
        true,
      );
      kernels.clear(2 * p * allHeads, backward.keys.pointer);
      kernels.clear(p * allHeads, backward.queries.pointer);
      kernels.headWeightGradients(
        ...attention,
        tables.toWeights.pointer,
        backward.queries.pointer,
        backward.keys.pointer,
      );
      const projections = [
        ['W_V', backward.values, tokens.rows, tokens.gradients],
        ['W_K', backward.keys, tokens.rows, tokens.gradients],
        ['W_Q', backward.queries, secondTokens, toSecondTokens],
      ] as const;
      for (const [name, slopes, rows, toRows] of projections) {
        products.multiplyOverRows(slopes, rows, gradient(name), true);
        products.multiply(slopes, weights(name), toRows, true);
      }
    },
  });
}
