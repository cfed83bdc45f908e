/** Chooses how a network's step is laid out. */
import { isTransformer, type RunConfiguration } from '../../model/configuration.ts';
import { planDeep } from './plan/deep.ts';
import { planFactored } from './plan/factored.ts';
import { planLinear } from './plan/linear.ts';
import type { Plan } from './plan.ts';

/**
 * The plan of a network.
 *
 * @param largestBuffer bytes that one buffer may have
 */
export function planNetwork(configuration: RunConfiguration, largestBuffer: number): Plan {
  if (!isTransformer(configuration)) return planLinear(configuration);
  const attends = configuration.attentionRate > 0;
  return configuration.layers === 1 && !configuration.equalsToken
    ? planFactored(configuration, attends)
    : planDeep(configuration, attends, largestBuffer);
}
