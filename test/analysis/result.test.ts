import { describe, expect, it } from 'vitest';
import { sampleTriples } from '../../src/analysis/gradient-symmetricity.ts';
import { reportNetwork } from '../../src/analysis/result.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { trainedNetwork } from '../../src/model/network.ts';
import { initialParameters } from '../../src/model/parameters.ts';
import { allPairs, randomParameters, smallConfiguration } from '../support/networks.ts';
import { plainLogits } from '../support/plain-network.ts';

const metrics = { step: 7, trainLoss: 0.1, testLoss: 0.2, trainAccuracy: 1, testAccuracy: 1 };

function reportOf(configuration: RunConfiguration, parameters = randomParameters(configuration)) {
  const rows = allPairs(configuration.p).map(([a, b]) => ({
    label: (a + b) % configuration.p,
    logits: plainLogits(configuration, parameters, a, b),
  }));
  const snapshot = {
    ...trainedNetwork(configuration, parameters),
    correctLogits: rows.map(({ label, logits }) => logits[label] as number),
    largestWrongLogits: rows.map(({ label, logits }) =>
      Math.max(...logits.filter((_, c) => c !== label)),
    ),
  };
  return reportNetwork(snapshot, metrics, sampleTriples(configuration.p, 1, 10));
}

describe('the report on a network', () => {
  it('has the public key names, each with a value', () => {
    const { result } = reportOf(smallConfiguration({ attentionRate: 0.5 }));
    expect(Object.keys(result).sort()).toEqual(
      [
        'step',
        'trainLoss',
        'testLoss',
        'trainAccuracy',
        'testAccuracy',
        'gradientSymmetricity',
        'gradientSymmetricityError',
        'gradientSymmetricityTriples',
        'gradientSymmetricityLeftOut',
        'distanceIrrelevance',
        'distanceIrrelevanceWrongLogit',
        'circularity',
        'parameterNorm',
        'frequencies',
        'effectiveCircles',
        'gini',
        'verdict',
        'verdictReason',
      ].sort(),
    );
    expect(result).toMatchObject(metrics);
    expect(Object.keys(result.frequencies[0] ?? {})).toEqual([
      'k',
      'powerFraction',
      'axisRatio',
      'sharedFactor',
    ]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('has the length of all parameters together as its norm', () => {
    const configuration = smallConfiguration();
    const ones = new Map(
      [...initialParameters(configuration)].map(([name, values]) => [name, values.map(() => 2)]),
    );
    const count = [...ones.values()].reduce((sum, values) => sum + values.length, 0);
    expect(reportOf(configuration, ones).result.parameterNorm).toBeCloseTo(2 * Math.sqrt(count), 9);
  });

  it.for([
    { p: 2 },
    { p: 12, separateEmbeddings: true },
    { p: 3, model: 'linear-delta' as const },
    { p: 4, layers: 2, equalsToken: true },
  ])('is complete and finite for unusual networks: %o', (changes) => {
    const configuration = smallConfiguration({ attentionRate: 0.5, ...changes });
    const { result, planes } = reportOf(configuration);
    for (const value of Object.values(result)) {
      if (typeof value === 'number') expect(value).toSatisfy(Number.isFinite);
    }
    expect(result.frequencies).toHaveLength(Math.floor(configuration.p / 2));
    expect(planes).toHaveLength(Math.floor(configuration.p / 2) * configuration.p * 2);
    expect(planes.every(Number.isFinite)).toBe(true);
  });

  it('is written for a run that has diverged too', () => {
    const configuration = smallConfiguration({ attentionRate: 0.5 });
    const broken = new Map(
      [...initialParameters(configuration)].map(([name, values]) => [
        name,
        values.map(() => Number.NaN),
      ]),
    );
    const { result } = reportOf(configuration, broken);
    expect(result.parameterNorm).toBeNaN();
    expect(result.verdictReason).toMatch(/\.$/);
  });
});
