import { describe, expect, it } from 'vitest';
import { modelDimensions, type RunConfiguration } from '../../src/model/configuration.ts';
import { transformerForward } from '../../src/model/forward/transformer.ts';
import { allLogits, batchLogits, firstPreActivations } from '../../src/model/forward.ts';
import { trainedNetwork } from '../../src/model/network.ts';
import { preciseParameters } from '../../src/model/precise-parameters.ts';
import { relativeDifference } from '../support/comparison.ts';
import { allPairs, randomParameters, smallConfiguration } from '../support/networks.ts';
import { plainLogits } from '../support/plain-network.ts';

const networks: readonly Partial<RunConfiguration>[] = [
  { attentionRate: 0 },
  { attentionRate: 0.4, activation: 'gelu' },
  { attentionRate: 1, width: 18 },
  { attentionRate: 0.6, separateEmbeddings: true },
  { attentionRate: 0.6, equalsToken: true },
  { attentionRate: 0.6, layers: 3, equalsToken: true, separateEmbeddings: true },
  { attentionRate: 0, layers: 4 },
  { model: 'linear-alpha' },
  { model: 'linear-beta' },
  { model: 'linear-gamma' },
  { model: 'linear-delta' },
  { p: 17, attentionRate: 1, layers: 2 },
];

describe('the plain forward pass', () => {
  it.for(networks)('gives the logits the definitions give: %o', (changes) => {
    const configuration = smallConfiguration(changes);
    const parameters = randomParameters(configuration);
    const logits = allLogits(trainedNetwork(configuration, parameters));
    const { p } = configuration;
    const { vocabulary } = modelDimensions(configuration);
    for (const [a, b] of p > 9 ? [[0, 0] as const, [16, 3] as const] : allPairs(p)) {
      const row = (a * p + b) * vocabulary;
      expect(
        relativeDifference(
          logits.subarray(row, row + vocabulary),
          plainLogits(configuration, parameters, a, b),
        ),
      ).toBeLessThan(1e-6);
    }
  });

  it('computes any batch of pairs', () => {
    const configuration = smallConfiguration({ attentionRate: 0.5 });
    const network = trainedNetwork(configuration, randomParameters(configuration));
    const { p } = configuration;
    const all = allLogits(network);
    const batch = { first: Int32Array.of(3, 0, 3), second: Int32Array.of(1, 4, 1) };
    const some = batchLogits(network, batch);
    [3 * p + 1, 4, 3 * p + 1].forEach((pair, row) => {
      expect(
        relativeDifference(
          some.subarray(row * p, (row + 1) * p),
          all.subarray(pair * p, (pair + 1) * p),
        ),
      ).toBeLessThan(1e-6);
    });
  });

  it('keeps later positions out of sight under a causal mask', () => {
    const configuration = smallConfiguration({ attentionRate: 1, layers: 2 });
    const network = trainedNetwork(configuration, randomParameters(configuration));
    const masked = { ...network, causalMask: true };
    expect(relativeDifference(allLogits(masked), allLogits(network))).toBeGreaterThan(1e-3);
    // In one layer the reading position is the last: it sees everything anyway.
    const shallow = smallConfiguration({ attentionRate: 1 });
    const single = trainedNetwork(shallow, randomParameters(shallow));
    expect(allLogits({ ...single, causalMask: true })).toEqual(allLogits(single));
  });
});

describe('the first pre-activations', () => {
  it.for(networks.filter(({ model }) => model === undefined))(
    'are those the whole network computes: %o',
    (changes) => {
      const configuration = smallConfiguration(changes);
      const { p } = configuration;
      const parameters = randomParameters(configuration);
      const trace = transformerForward(configuration, preciseParameters(parameters), {
        first: Int32Array.from({ length: p * p }, (_, pair) => Math.floor(pair / p)),
        second: Int32Array.from({ length: p * p }, (_, pair) => pair % p),
      });
      const whole = trace.layers[0]?.at(-1)?.hidden;
      // Of a deeper network the reading position's first layer is computed too.
      const hidden = firstPreActivations(trainedNetwork(configuration, parameters));
      expect(relativeDifference(hidden, whole ?? [])).toBeLessThan(1e-6);
    },
  );

  it('lead to the logits of a one-layer network by hand', () => {
    const configuration = smallConfiguration({ model: 'linear-alpha' });
    const parameters = randomParameters(configuration);
    const network = trainedNetwork(configuration, parameters);
    const { p, width } = configuration;
    const hidden = firstPreActivations(network);
    expect(hidden).toHaveLength(p * p * width);
    const unembedding = parameters.get('unembed.weight') as Float32Array;
    const logits = allLogits(network);
    for (let pair = 0; pair < p * p; pair++) {
      for (let c = 0; c < p; c++) {
        let sum = 0;
        for (let i = 0; i < width; i++) {
          sum +=
            Math.max(0, hidden[pair * width + i] as number) *
            (unembedding[c * width + i] as number);
        }
        expect(logits[pair * p + c]).toBeCloseTo(sum, 4);
      }
    }
  });
});
