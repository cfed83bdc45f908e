/**
 * One block, two positions, the answer read at the second: eight launches. Everything linear is
 * applied once per token and head (DESIGN section 4). With W = [W_in; W_Uᵀ] and O_h, V_h the output
 * and value weights of a head, G_h = W·O_h is multiplied out once a step, so that tables per head
 * cost the width of a head instead of the width of the network:
 *
 *   F_h = X⁰V_hᵀG_hᵀ,   S_h = X¹V_hᵀG_hᵀ,   base = X¹Wᵀ + ΣS_h + bias.
 */
import type { RunConfiguration } from '../../../model/configuration.ts';
import type { Plan } from '../plan.ts';
import { PlanBuilder } from '../plan-builder.ts';
import { addParameterGradients, addTableGradients } from './factored/backward.ts';
import { addTables } from './factored/forward.ts';
import { layOutFactored } from './factored/layout.ts';
import { addPairs } from './factored/pairs.ts';

/**
 * The plan of a one-block transformer without the "=" token.
 *
 * @param attends false where α is 0 for all networks: queries and keys are then not looked at
 */
export function planFactored(configuration: RunConfiguration, attends: boolean): Plan {
  const builder = new PlanBuilder(configuration);
  const layout = layOutFactored(builder, attends);
  addTables(builder, layout);
  const gradients = addPairs(builder, layout);
  const tables = addTableGradients(builder, layout, gradients);
  addParameterGradients(builder, layout, gradients, tables);
  return builder.finish();
}
