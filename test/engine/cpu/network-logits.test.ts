import { describe, expect, it } from 'vitest';
import { createLogitsComputer } from '../../../src/engine/cpu/network-logits.ts';
import type { RunConfiguration } from '../../../src/model/configuration.ts';
import { allLogits } from '../../../src/model/forward.ts';
import { trainedNetwork } from '../../../src/model/network.ts';
import { relativeDifference } from '../../support/comparison.ts';
import { randomParameters, smallConfiguration } from '../../support/networks.ts';

const networks: readonly (Partial<RunConfiguration> & { readonly causalMask?: boolean })[] = [
  { attentionRate: 0 },
  { attentionRate: 0.4, activation: 'gelu', separateEmbeddings: true },
  { attentionRate: 1, layers: 3 },
  { attentionRate: 1, layers: 3, causalMask: true },
  { attentionRate: 1, layers: 2, equalsToken: true, causalMask: true },
  { model: 'linear-gamma' },
  { model: 'linear-delta' },
];

const computer = await createLogitsComputer();

describe('logits for the analysis', () => {
  it.for(networks)(
    'are those of the plain forward pass: %o',
    async ({ causalMask, ...changes }) => {
      const configuration = smallConfiguration(changes);
      const network = {
        ...trainedNetwork(configuration, randomParameters(configuration)),
        causalMask: causalMask === true,
      };
      const logits = await computer.logits(network);
      expect(relativeDifference(logits, allLogits(network))).toBeLessThan(2e-6);
    },
  );

  it('follow a changed weight, and a network of another shape', async () => {
    for (const p of [5, 7, 5]) {
      const configuration = smallConfiguration({ p, attentionRate: 0.5 });
      const parameters = randomParameters(configuration);
      const halved = new Map(parameters).set(
        'unembed.W_U',
        (parameters.get('unembed.W_U') as Float32Array).map((value) => value / 2),
      );
      const whole = await computer.logits(trainedNetwork(configuration, parameters));
      const half = await computer.logits(trainedNetwork(configuration, halved));
      expect(
        relativeDifference(
          half.map((value) => 2 * value),
          whole,
        ),
      ).toBeLessThan(1e-6);
    }
  });
});
