/**
 * One block, two positions, answer read at the second: everything linear is applied once per token
 * and head instead of once per pair (DESIGN section 4). Rows hold hidden units and logits side by
 * side, so W_in and W_U are applied together.
 *
 * At α = 0 what attention brings is one table a position. At α > 0 each head has its own: they are
 * cheapest from the head's values, through W_in·W_O folded once (`factored/heads.ts`).
 */
import { modelDimensions } from '../../../model/configuration.ts';
import {
  addLogits,
  allocateHiddenToLogits,
  clearLogitGradients,
  logitsBack,
  rowShape,
  sumLanes,
} from '../hidden-to-logits.ts';
import type { CpuNetwork } from '../network.ts';
import {
  allocatePairTables,
  clearTableGradients,
  logitPlace,
  tableGradients,
  tableValues,
} from '../pair-tables.ts';
import { planHeads } from './factored/heads.ts';
import { planReading } from './factored/reading.ts';
import { planSingleTable } from './factored/single-table.ts';
import { allocateOutputWeights, foldedBack, foldOutput } from './output-weights.ts';
import type { NetworkPlan } from './plan.ts';
import { allocateTokenRows, readTokens, tokensBack } from './token-rows.ts';

/** Plans a one-block transformer without the "=" token. */
export const factoredTransformer: NetworkPlan = (configuration, parameters, layout) => {
  const { p, heads, activation, attentionRate } = configuration;
  const { vocabulary, hiddenWidth } = modelDimensions(configuration);
  const shape = rowShape(hiddenWidth, vocabulary);
  const headCount = attentionRate > 0 ? heads : 0;
  const usesFirst = attentionRate < 1;
  const tables = allocatePairTables(layout, p, shape, activation, headCount, usesFirst);
  const logits = allocateHiddenToLogits(layout, shape);
  const output = allocateOutputWeights(layout, logits, 0);
  const tokens = allocateTokenRows(configuration, layout);
  const context = { configuration, parameters, layout, tables, tokens };
  const reading = planReading(context);
  const attention = headCount > 0 ? planHeads(context, reading) : planSingleTable(context, reading);

  return (machine): CpuNetwork => {
    const { kernels, products, numbers } = machine;
    const tokenPhase = attention(machine);
    return {
      prepare() {
        readTokens(configuration, parameters, tokens, numbers);
        tokenPhase.prepare();
        foldOutput(output, parameters, products[0]);
      },
      forward(block, lane) {
        const values = tableValues(tables, kernels, block, lane);
        addLogits(logits, products[lane as 0 | 1], block.rows, values);
        return logitPlace(tables, lane);
      },
      clearGradients(lane) {
        clearTableGradients(tables, kernels, lane);
        clearLogitGradients(logits, kernels, lane);
      },
      backward(block, lane) {
        const { values, gradients } = tables.lanes[lane] as (typeof tables.lanes)[0];
        logitsBack(logits, products[lane as 0 | 1], lane, block.rows, values, gradients);
        tableGradients(tables, kernels, block, lane);
      },
      finish() {
        kernels.clear(parameters.count, parameters.gradients);
        kernels.clear(tokens.gradients.rows * tokens.gradients.stride, tokens.gradients.pointer);
        sumLanes(
          kernels,
          tables.lanes.map(({ toTables }) => toTables),
        );
        sumLanes(
          kernels,
          tables.lanes.map(({ toHeads }) => toHeads),
        );
        foldedBack(output, parameters, products[0], kernels);
        tokenPhase.finish();
        tokensBack(configuration, parameters, tokens, numbers);
      },
    };
  };
};
