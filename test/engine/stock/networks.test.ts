import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { deepTransformer } from '../../../src/engine/stock/networks/deep-transformer.ts';
import { factoredTransformer } from '../../../src/engine/stock/networks/factored-transformer.ts';
import { linearModel } from '../../../src/engine/stock/networks/linear-model.ts';
import type { NetworkForward } from '../../../src/engine/stock/networks/network.ts';
import { networkForward } from '../../../src/engine/stock/networks.ts';
import { Tape } from '../../../src/engine/stock/tape.ts';
import type { RunConfiguration } from '../../../src/model/configuration.ts';
import { type ParameterSet, parameterSpecifications } from '../../../src/model/parameters.ts';
import { describeOnBackends } from '../../support/backends.ts';
import { relativeDifference } from '../../support/comparison.ts';
import { allPairs, randomParameters, smallConfiguration } from '../../support/networks.ts';
import { plainLogits } from '../../support/plain-network.ts';

/** Networks that between them use every branch of the forward passes. */
const networks: readonly [name: string, changes: Partial<RunConfiguration>][] = [
  ['constant attention', { attentionRate: 0 }],
  ['mixed attention and GELU', { attentionRate: 0.4, activation: 'gelu' }],
  ['free attention', { attentionRate: 1 }],
  ['heads that do not divide the width', { width: 18, attentionRate: 0.7 }],
  ['separate embeddings', { separateEmbeddings: true, attentionRate: 0.3 }],
  ['the "=" token', { equalsToken: true, attentionRate: 0.6 }],
  ['the "=" token and constant attention', { equalsToken: true, attentionRate: 0 }],
  ['three layers', { layers: 3, attentionRate: 0.5 }],
  [
    'two layers with everything',
    {
      layers: 2,
      attentionRate: 0.8,
      activation: 'gelu',
      equalsToken: true,
      separateEmbeddings: true,
      heads: 2,
    },
  ],
  ['linear model α', { model: 'linear-alpha' }],
  ['linear model β', { model: 'linear-beta' }],
  ['linear model γ', { model: 'linear-gamma' }],
  ['linear model δ', { model: 'linear-delta' }],
];

/** The software adapter is slow; the known training runs check the other networks on it too. */
const onSlowAdapter = 'two layers with everything';

describeOnBackends('the forward pass', (backend) => {
  for (const [name, changes] of networks) {
    if (backend === 'webgpu' && name !== onSlowAdapter) continue;
    it(`gives the logits of the plain formulas for ${name}`, async () => {
      const configuration = smallConfiguration({ p: 3, ...changes });
      const parameters = randomParameters(configuration);
      const computed = await logits(networkForward(configuration), configuration, parameters);
      const expected = allPairs(configuration.p).flatMap(([a, b]) =>
        plainLogits(configuration, parameters, a, b),
      );
      expect(relativeDifference(computed, expected)).toBeLessThan(2e-6);
    });
  }

  const rates = backend === 'webgpu' ? [0.35] : [0, 0.35, 1];
  it.for(rates)(
    'is the same network factored and in the general form at α = %d',
    async (attentionRate) => {
      const configuration = smallConfiguration({
        attentionRate,
        p: 4,
        separateEmbeddings: attentionRate > 0,
      });
      const parameters = randomParameters(configuration);
      const factored = await logits(factoredTransformer, configuration, parameters);
      const general = await logits(deepTransformer, configuration, parameters);
      expect(relativeDifference(factored, general)).toBeLessThan(2e-6);
    },
  );
});

describe('the choice of a forward pass', () => {
  it('is factored where that is possible', () => {
    expect(networkForward(smallConfiguration())).toBe(factoredTransformer);
    expect(networkForward(smallConfiguration({ separateEmbeddings: true }))).toBe(
      factoredTransformer,
    );
    expect(networkForward(smallConfiguration({ layers: 2 }))).toBe(deepTransformer);
    expect(networkForward(smallConfiguration({ equalsToken: true }))).toBe(deepTransformer);
    expect(networkForward(smallConfiguration({ model: 'linear-beta', layers: 2 }))).toBe(
      linearModel,
    );
  });
});

/** Logits of all pairs through a forward pass. */
async function logits(
  forward: NetworkForward,
  configuration: RunConfiguration,
  parameters: ParameterSet,
): Promise<Float32Array> {
  const result = tf.tidy(() => {
    const tape = new Tape();
    const shapes = new Map(
      parameterSpecifications(configuration).map(({ name, shape }) => [name, shape]),
    );
    return forward(tape, configuration, (name) =>
      tape.leaf(tf.tensor(parameters.get(name) as Float32Array, [...(shapes.get(name) ?? [])])),
    ).value;
  });
  const values = await result.data();
  result.dispose();
  return Float32Array.from(values);
}
