import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/analysis/answers.ts';
import { distanceIrrelevance } from '../../src/analysis/distance-irrelevance.ts';
import { gradientSymmetricity, sampleTriples } from '../../src/analysis/gradient-symmetricity.ts';
import { keepFrequencies } from '../../src/analysis/isolation.ts';
import { measureRemaining } from '../../src/analysis/remaining-network.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { allLogits } from '../../src/model/forward.ts';
import { type Network, trainedNetwork } from '../../src/model/network.ts';
import { randomParameters, smallConfiguration } from '../support/networks.ts';

const variants: readonly Partial<RunConfiguration>[] = [
  { p: 11, attentionRate: 0.5 },
  { p: 12, attentionRate: 1, equalsToken: true },
  { p: 11, separateEmbeddings: true },
  { p: 11, layers: 2, activation: 'gelu' },
  { p: 11, model: 'linear-beta' },
  { p: 10, model: 'linear-delta' },
];

function networkOf(changes: Partial<RunConfiguration>): Network {
  const configuration = smallConfiguration(changes);
  return trainedNetwork(configuration, randomParameters(configuration));
}

const triples = (p: number) => sampleTriples(p, 1, 20);

function keep(network: Network, kept: readonly number[]) {
  const changed = keepFrequencies(network, kept);
  return measureRemaining(changed, kept, allLogits(changed), triples(network.configuration.p));
}

/** p³ logits, each a function of a, b and c. */
function formulaLogits(p: number, value: (a: number, b: number, c: number) => number) {
  return Float32Array.from({ length: p ** 3 }, (_, at) =>
    value(Math.floor(at / p ** 2), Math.floor(at / p) % p, at % p),
  );
}

describe.for(variants.map((changes) => [changes] as const))('a network of %o', ([changes]) => {
  const network = networkOf(changes);
  const { p } = network.configuration;
  const everything = Array.from({ length: Math.floor(p / 2) }, (_, index) => index + 1);

  it('with every circle kept is the whole network', () => {
    const remaining = keep(network, everything);
    const answers = readAnswers(network, allLogits(network));
    expect(remaining.gradientSymmetricity).toBeCloseTo(
      gradientSymmetricity(network, triples(p)).value,
      4,
    );
    expect(remaining.distanceIrrelevance).toBeCloseTo(
      distanceIrrelevance(answers.correctLogits, p),
      4,
    );
    expect(remaining.loss).toBeCloseTo(answers.loss, 4);
    expect(remaining.accuracy).toBeCloseTo(answers.accuracy, 1);
    expect(remaining.verdict?.reason).toMatch(/\.$/);
  });

  it('with one circle kept is that circle alone', () => {
    const changed = keepFrequencies(network, [2]);
    const { correctLogits } = readAnswers(network, allLogits(changed));
    const remaining = keep(network, [2]);
    expect(remaining.correctLogits).toEqual(correctLogits);
    expect(remaining.distanceIrrelevance).toBe(distanceIrrelevance(correctLogits, p));
    expect(remaining.gradientSymmetricity).toBe(gradientSymmetricity(changed, triples(p)).value);
  });
});

describe('what remains', () => {
  const network = networkOf({ p: 11, attentionRate: 0.5 });

  it('without any circle has no verdict and no fits', () => {
    const remaining = keep(network, []);
    expect(remaining.verdict).toBeUndefined();
    expect(remaining.clockFit).toBeNaN();
    expect(remaining.pizzaFit).toBeNaN();
    // The same answer to everything is right once in p.
    expect(remaining.accuracy).toBeCloseTo(1 / 11, 12);
  });

  it('has a verdict however few answers are right', () => {
    expect(keep(network, [1]).accuracy).toBeLessThan(0.5);
    expect(keep(network, [1]).verdict?.kind).not.toBe('learning');
  });

  it('is fitted by the formulas of the kept circles only', () => {
    const wave = (k: number, t: number) => Math.cos((2 * Math.PI * k * t) / 11);
    const clock = formulaLogits(11, (a, b, c) => 3 * wave(2, a + b - c) + wave(4, a + b - c));
    const pizza = formulaLogits(
      11,
      (a, b, c) => 5 + Math.abs(Math.cos((Math.PI * 2 * (a - b)) / 11)) * wave(2, a + b - c),
    );
    const measured = (kept: readonly number[], logits: Float32Array) =>
      measureRemaining(network, kept, logits, triples(11));
    expect(measured([2, 4], clock).clockFit).toBeCloseTo(1, 6);
    expect(measured([2], clock).clockFit).toBeCloseTo(0.9, 6);
    expect(measured([3], clock).clockFit).toBeCloseTo(0, 6);
    expect(measured([2], pizza).pizzaFit).toBeCloseTo(1, 6);
    expect(measured([2], pizza).clockFit).toBeLessThan(0.95);
  });
});
