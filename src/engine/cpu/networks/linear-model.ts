/**
 * The paper's linear models (SCIENCE section 2), with e the embedding rows and U the unembedding:
 *
 *   α  U·ReLU(L1(e_a + e_b))                 γ  U·ReLU(L2·ReLU(L1 e_a + L1 e_b))
 *   β  U·ReLU(L2·ReLU(L1(e_a + e_b)))        δ  U·ReLU(L1[e_a; e_b])
 *
 * L1 is applied to tokens, not to pairs. In γ its bias counts twice, as in the authors' release.
 */
import { modelDimensions, type RunConfiguration } from '../../../model/configuration.ts';
import {
  addLogits,
  allocateHiddenToLogits,
  clearLogitGradients,
  logitsBack,
  rowShape,
  sumLanes,
} from '../hidden-to-logits.ts';
import { columnsOf, rowsOf } from '../layout.ts';
import type { CpuNetwork } from '../network.ts';
import {
  allocatePairTables,
  clearTableGradients,
  logitPlace,
  tableGradients,
  tableValues,
} from '../pair-tables.ts';
import { allocateSecondLayer, type SecondLayer } from './linear/second-layer.ts';
import type { NetworkPlan } from './plan.ts';

/** Plans a linear model. */
export const linearModel: NetworkPlan = (configuration, parameters, layout) => {
  const { p, model, width } = configuration;
  const shape = rowShape(width, p);
  const tables = allocatePairTables(layout, p, shape, 'relu', 0, true);
  const logits = allocateHiddenToLogits(layout, shape);
  const second = isDeep(configuration) ? allocateSecondLayer(layout, shape) : undefined;
  const { embeddingWidth } = modelDimensions(configuration);
  const biasCount = model === 'linear-gamma' ? 2 : 1;
  const halves = [0, 1].map((side) => ({
    column: model === 'linear-delta' ? side * embeddingWidth : 0,
    table: columnsOf(rowsOf(tables.tables, side * p, p), 0, width),
  }));
  const sums = tables.lanes.map(({ toTables }) => toTables);

  return ({ kernels, products }): CpuNetwork => {
    const layer = (second as SecondLayer | undefined)?.bind(kernels, products, parameters);
    return {
      prepare() {
        const embedding = parameters.matrix('embed.weight');
        for (const { column, table } of halves) {
          const weights = columnsOf(parameters.matrix('l1.weight'), column, embeddingWidth);
          products[0].multiplyByTransposed(embedding, weights, table);
        }
        const [, ofSecond] = halves as [unknown, (typeof halves)[0]];
        const bias = parameters.matrix('l1.bias').pointer;
        for (let time = 0; time < biasCount; time++) {
          kernels.addToRows(p, width, bias, ofSecond.table.pointer, shape.width);
        }
        const unembedding = parameters.matrix('unembed.weight');
        products[0].pack(unembedding, logits.forward, true);
        products[0].pack(unembedding, logits.backward);
        layer?.prepare();
      },
      forward(block, lane) {
        const hidden = tableValues(tables, kernels, block, lane);
        const place = layer?.forward(hidden, block.rows, lane) ?? logitPlace(tables, lane);
        const values = place.logits - 4 * shape.logitsAt;
        addLogits(logits, products[lane as 0 | 1], block.rows, values);
        return place;
      },
      clearGradients(lane) {
        clearTableGradients(tables, kernels, lane);
        clearLogitGradients(logits, kernels, lane);
        layer?.clearGradients(lane);
      },
      backward(block, lane) {
        const own = tables.lanes[lane] as (typeof tables.lanes)[0];
        const values = layer?.values(lane) ?? own.values;
        const slopes = layer?.slopes(lane) ?? own.gradients;
        logitsBack(logits, products[lane as 0 | 1], lane, block.rows, values, slopes);
        layer?.backward(own.values, own.gradients, block.rows, lane);
        tableGradients(tables, kernels, block, lane);
      },
      finish() {
        kernels.clear(parameters.count, parameters.gradients);
        const toTables = sumLanes(kernels, sums);
        const ofUnembedding = sumLanes(kernels, logits.gradients);
        const target = parameters.gradient('unembed.weight');
        for (let row = 0; row < p; row++) {
          const from = rowsOf(ofUnembedding, row, 1).pointer;
          kernels.addScaled(width, from, 1, rowsOf(target, row, 1).pointer);
        }
        const embedding = parameters.matrix('embed.weight');
        for (const [side, { column }] of halves.entries()) {
          const gradient = columnsOf(rowsOf(toTables, side * p, p), 0, width);
          const weights = columnsOf(parameters.matrix('l1.weight'), column, embeddingWidth);
          const toWeights = columnsOf(parameters.gradient('l1.weight'), column, embeddingWidth);
          products[0].multiplyOverRows(gradient, embedding, toWeights, true);
          products[0].multiply(gradient, weights, parameters.gradient('embed.weight'), true);
        }
        const ofSecond = rowsOf(toTables, p, p).pointer;
        const toBias = parameters.gradient('l1.bias').pointer;
        for (let time = 0; time < biasCount; time++) {
          kernels.addRowSums(p, width, ofSecond, shape.width, toBias);
        }
        layer?.finish();
      },
    };
  };
};

function isDeep({ model }: RunConfiguration): boolean {
  return model === 'linear-beta' || model === 'linear-gamma';
}
