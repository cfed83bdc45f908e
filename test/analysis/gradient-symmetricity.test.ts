import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gradientSymmetricity,
  sampleTriples,
  type Triple,
  tripleCount,
} from '../../src/analysis/gradient-symmetricity.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { trainedNetwork } from '../../src/model/network.ts';
import { initialParameters, type ParameterSet } from '../../src/model/parameters.ts';
import { randomParameters, smallConfiguration } from '../support/networks.ts';

describe('gradient symmetricity', () => {
  it.for(['linear-alpha', 'linear-beta', 'linear-gamma'] as const)(
    'is exactly 1 for %s, which adds its inputs',
    (model) => {
      const configuration = smallConfiguration({ model, p: 11 });
      const { value, triples, leftOut } = gradientSymmetricity(
        trainedNetwork(configuration, randomParameters(configuration)),
        sampleTriples(11, 1),
      );
      expect(value).toBe(1);
      expect([triples, leftOut]).toEqual([tripleCount, 0]);
    },
  );

  it('is −1 where the two halves of linear δ read with opposite signs', () => {
    const configuration = smallConfiguration({ model: 'linear-delta' });
    const opposite = withTensor(randomParameters(configuration), 'l1.weight', (values) =>
      values.map((value, index) => (index % 16 < 8 ? value : -(values[index - 8] as number))),
    );
    expect(
      gradientSymmetricity(trainedNetwork(configuration, opposite), sampleTriples(5, 1)).value,
    ).toBe(-1);
  });

  it('leaves triples with a zero gradient out of the mean and counts them', () => {
    const configuration = smallConfiguration({ model: 'linear-alpha' });
    const blind = withTensor(randomParameters(configuration), 'unembed.weight', (values) =>
      values.map((value, index) => (Math.floor(index / 16) === 2 ? 0 : value)),
    );
    const triples: Triple[] = [
      [0, 1, 2],
      [3, 4, 1],
      [4, 4, 2],
      [2, 0, 0],
    ];
    const result = gradientSymmetricity(trainedNetwork(configuration, blind), triples);
    expect(result).toEqual({
      value: 1,
      error: 0,
      triples: 2,
      leftOut: 2,
      cosines: [undefined, 1, undefined, 1],
    });
  });

  it('has no value when every gradient is zero', () => {
    const configuration = smallConfiguration({ model: 'linear-alpha' });
    const dead = withTensor(initialParameters(configuration), 'l1.bias', (values) =>
      values.map(() => -1e6),
    );
    const result = gradientSymmetricity(trainedNetwork(configuration, dead), sampleTriples(5, 1));
    expect(result.value).toBeNaN();
    expect(result).toMatchObject({ triples: 0, leftOut: tripleCount });
  });

  it('lies between −1 and 1 for any network', () => {
    const networks = fastCheck.record({
      model: fastCheck.constantFrom('transformer' as const, 'linear-delta' as const),
      p: fastCheck.integer({ min: 2, max: 12 }),
      attentionRate: fastCheck.double({ min: 0, max: 1, noNaN: true }),
      layers: fastCheck.integer({ min: 1, max: 2 }),
      activation: fastCheck.constantFrom('relu' as const, 'gelu' as const),
      separateEmbeddings: fastCheck.boolean(),
      equalsToken: fastCheck.boolean(),
      seed: fastCheck.nat(),
    }) satisfies fastCheck.Arbitrary<Partial<RunConfiguration>>;
    fastCheck.assert(
      fastCheck.property(networks, (changes) => {
        const configuration = smallConfiguration(changes);
        const result = gradientSymmetricity(
          trainedNetwork(configuration, randomParameters(configuration)),
          sampleTriples(configuration.p, 1, 8),
        );
        expect(Math.abs(result.value)).toBeLessThanOrEqual(1 + 1e-12);
        expect(result.triples + result.leftOut).toBe(8);
        for (const cosine of result.cosines) {
          if (cosine !== undefined) expect(Math.abs(cosine)).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the sampled triples', () => {
  it('are 100, fixed by the seed, and reach every number and class', () => {
    const triples = sampleTriples(7, 3);
    expect(triples).toHaveLength(100);
    expect(triples).toEqual(sampleTriples(7, 3));
    expect(triples).not.toEqual(sampleTriples(7, 4));
    for (const place of [0, 1, 2] as const) {
      expect(new Set(triples.map((triple) => triple[place]))).toEqual(
        new Set([0, 1, 2, 3, 4, 5, 6]),
      );
    }
  });
});

/** The parameters with one tensor replaced. */
function withTensor(
  parameters: ParameterSet,
  name: string,
  change: (values: Float32Array) => Float32Array,
): ParameterSet {
  return new Map(
    [...parameters].map(([key, values]) => [key, key === name ? change(values) : values]),
  );
}
