/** Chooses the forward pass that computes a configuration's network with the least work. */
import { isTransformer, type RunConfiguration } from '../../model/configuration.ts';
import { deepTransformer } from './networks/deep-transformer.ts';
import { factoredTransformer } from './networks/factored-transformer.ts';
import { linearModel } from './networks/linear-model.ts';
import type { NetworkForward } from './networks/network.ts';

/** The forward pass for this configuration. */
export function networkForward(configuration: RunConfiguration): NetworkForward {
  if (!isTransformer(configuration)) return linearModel;
  return configuration.layers === 1 && !configuration.equalsToken
    ? factoredTransformer
    : deepTransformer;
}
