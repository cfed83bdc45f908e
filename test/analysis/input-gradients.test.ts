import { describe, expect, it } from 'vitest';
import { inputGradients } from '../../src/analysis/input-gradients.ts';
import { modelDimensions, type RunConfiguration } from '../../src/model/configuration.ts';
import {
  activationSlope,
  activationValue,
  normalCumulative,
} from '../../src/model/forward/activation.ts';
import { trainedNetwork } from '../../src/model/network.ts';
import { relativeDifference } from '../support/comparison.ts';
import { randomParameters, smallConfiguration } from '../support/networks.ts';
import { type InputShift, plainErf, plainLogits } from '../support/plain-network.ts';

const networks: readonly [name: string, changes: Partial<RunConfiguration>][] = [
  ['constant attention', { attentionRate: 0 }],
  ['mixed attention', { attentionRate: 0.4 }],
  ['free attention with GELU', { attentionRate: 1, activation: 'gelu' }],
  ['heads that do not divide the width', { width: 18, attentionRate: 0.7 }],
  ['separate embeddings', { separateEmbeddings: true, attentionRate: 0.6 }],
  ['the "=" token', { equalsToken: true, attentionRate: 0.6 }],
  ['the "=" token and constant attention', { equalsToken: true, attentionRate: 0 }],
  ['two layers', { layers: 2, attentionRate: 0.6 }],
  [
    'three layers with everything',
    {
      layers: 3,
      attentionRate: 0.5,
      activation: 'gelu',
      equalsToken: true,
      separateEmbeddings: true,
    },
  ],
  ['the linear model α', { model: 'linear-alpha' }],
  ['the linear model β', { model: 'linear-beta' }],
  ['the linear model γ', { model: 'linear-gamma' }],
  ['the linear model δ', { model: 'linear-delta' }],
];

const triples = [
  [0, 0, 0],
  [1, 3, 4],
  [4, 1, 2],
  [2, 2, 4],
] as const;

describe('the gradients of a logit with respect to the two embedding rows', () => {
  it.for(networks)('agree with differences of the plain formulas: %s', ([, changes]) => {
    const configuration = smallConfiguration(changes);
    const parameters = randomParameters(configuration);
    const { first, second } = inputGradients(trainedNetwork(configuration, parameters), triples);
    const { embeddingWidth } = modelDimensions(configuration);
    triples.forEach(([a, b, c], row) => {
      const own = (all: Float64Array) =>
        all.subarray(row * embeddingWidth, (row + 1) * embeddingWidth);
      const logit = (shift: InputShift) =>
        plainLogits(configuration, parameters, a, b, shift)[c] as number;
      const firstSlopes = slopes(embeddingWidth, (first) => logit({ first }));
      const secondSlopes = slopes(embeddingWidth, (second) => logit({ second }));
      expect(relativeDifference(own(first), firstSlopes)).toBeLessThan(1e-7);
      expect(relativeDifference(own(second), secondSlopes)).toBeLessThan(1e-7);
    });
  });

  it('do not depend on what is computed beside them', () => {
    const configuration = smallConfiguration({ layers: 2, attentionRate: 0.5 });
    const parameters = randomParameters(configuration);
    const network = trainedNetwork(configuration, parameters);
    const together = inputGradients(network, triples);
    const alone = inputGradients(network, [triples[1]]);
    expect(together.first.slice(16, 32)).toEqual(alone.first);
    expect(together.second.slice(16, 32)).toEqual(alone.second);
  });
});

describe('the activations', () => {
  it('know the normal distribution to 1e-15', () => {
    // Values from tables of the normal distribution.
    expect(normalCumulative(0)).toBe(0.5);
    expect(normalCumulative(1)).toBeCloseTo(0.841344746068543, 14);
    expect(normalCumulative(-1)).toBeCloseTo(0.158655253931457, 14);
    expect(normalCumulative(2)).toBeCloseTo(0.977249868051821, 14);
    expect(normalCumulative(-3)).toBeCloseTo(0.00134989803163009, 14);
    expect(normalCumulative(9)).toBe(1);
    expect(normalCumulative(-9)).toBe(0);
    for (let x = -3.5; x <= 3.5; x += 0.25) {
      expect(normalCumulative(x)).toBeCloseTo((1 + plainErf(x / Math.SQRT2)) / 2, 11);
    }
  });

  it('have slopes that fit their values', () => {
    for (const activation of ['relu', 'gelu'] as const) {
      for (const x of [-9, -2.3, -0.4, 0.7, 3.1, 9]) {
        const difference =
          activationValue(activation, x + 1e-5) - activationValue(activation, x - 1e-5);
        expect(activationSlope(activation, x)).toBeCloseTo(difference / 2e-5, 8);
      }
    }
    expect(activationSlope('relu', 0)).toBe(0);
    expect(activationSlope('gelu', 0)).toBe(0.5);
  });
});

/** Central differences along each coordinate of a row, in float64. */
function slopes(width: number, value: (shift: readonly number[]) => number): number[] {
  const step = 1e-5;
  return Array.from({ length: width }, (_, axis) => {
    const along = (change: number) =>
      value(Array.from({ length: width }, (_unused, index) => (index === axis ? change : 0)));
    return (along(step) - along(-step)) / (2 * step);
  });
}
