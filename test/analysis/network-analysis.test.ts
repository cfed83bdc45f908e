import { beforeAll, describe, expect, it } from 'vitest';
import type { Triple } from '../../src/analysis/gradient-symmetricity.ts';
import {
  type AnalysisProgress,
  type AnalysisResult,
  analyseNetwork,
} from '../../src/analysis/network-analysis.ts';
import { createLogitsComputer } from '../../src/engine/cpu/network-logits.ts';
import { createDataset } from '../../src/model/dataset.ts';
import { allLogits } from '../../src/model/forward.ts';
import { type Network, trainedNetwork } from '../../src/model/network.ts';
import { randomParameters, smallConfiguration } from '../support/networks.ts';
import { missingReference, readReferenceJson } from '../support/reference.ts';
import { readReleaseModel } from '../support/release-model.ts';

interface GoldenCircle {
  readonly k: number;
  readonly accuracy: number;
  readonly distance_irrelevance: number;
  readonly fve_clock: number;
  readonly fve_pizza: number;
  readonly fve_pizza_abs_difference: number;
  readonly fve_pizza_prime: number;
  readonly fve_accompanying: number;
  readonly accompanies: number;
}

interface GoldenAnalysis {
  readonly runid: string;
  readonly isolated_by_frequency?: readonly GoldenCircle[] | null;
  readonly isolated_by_pca?:
    | readonly (Omit<GoldenCircle, 'k' | 'fve_pizza_prime' | 'accompanies'> & {
        readonly pcs: readonly [number, number];
        readonly frequency: number;
        readonly step: number;
      })[]
    | null;
  readonly accuracy_keeping_top?:
    | readonly { readonly kept: readonly number[]; readonly accuracy: number }[]
    | null;
  readonly full_logits_r2?: {
    readonly top6_clock_terms: number;
    readonly top6_pizza_terms: number;
    readonly top3_clock_terms: number;
    readonly top3_pizza_plus_accompanying: number;
  } | null;
}

const golden =
  missingReference === undefined
    ? (readReferenceJson('golden.json') as { triples: Triple[]; models: GoldenAnalysis[] })
    : { triples: [], models: [] };

/** golden.json holds seven digits; asked for are 1e-3, 2e-3 and one pair. */
const tolerance = 2e-6;
const onePair = 1.0001 / 59 ** 2;

if (missingReference !== undefined) {
  it('the analyses of the released networks are compared with known ones', ({ skip }) =>
    skip(missingReference));
}

describe.for(golden.models.map((known) => [known.runid, known] as const))(
  'the analysis of the released network %s',
  ([runid, known]) => {
    let result: AnalysisResult;
    beforeAll(async () => {
      const computer = await createLogitsComputer();
      const { configuration, parameters } = readReleaseModel(runid);
      const analysis = await analyseNetwork(
        trainedNetwork(configuration, parameters),
        computer.logits,
        { triples: golden.triples, step: null },
      );
      result = analysis.result;
    });

    it('finds the known circles by frequency', ({ skip }) => {
      if (known.isolated_by_frequency == null) return skip('isolation was left out there');
      expect(known.isolated_by_frequency).toHaveLength(6);
      for (const expected of known.isolated_by_frequency) {
        const circle = result.circles.find(({ k }) => k === expected.k);
        expect(circle?.accompanies).toBe(expected.accompanies);
        expectNear(circle?.accuracy, expected.accuracy, onePair);
        expectNear(circle?.distanceIrrelevance, expected.distance_irrelevance);
        expectNear(circle?.fveClock, expected.fve_clock);
        expectNear(circle?.fvePizza, expected.fve_pizza);
        expectNear(circle?.fvePizzaAbsoluteDifference, expected.fve_pizza_abs_difference);
        expectNear(circle?.fvePizzaPrime, expected.fve_pizza_prime);
        expectNear(circle?.fveAccompanying, expected.fve_accompanying);
      }
    });

    it('finds the known circles by principal components', ({ skip }) => {
      if (known.isolated_by_pca == null) return skip('isolation was left out there');
      expect(result.circlesByComponents).toHaveLength(known.isolated_by_pca.length);
      known.isolated_by_pca.forEach((expected, index) => {
        const pair = result.circlesByComponents[index];
        expect(pair?.components).toEqual(expected.pcs);
        expect(pair?.k).toBe(expected.frequency);
        expectNear(pair?.accuracy, expected.accuracy, onePair);
        expectNear(pair?.distanceIrrelevance, expected.distance_irrelevance);
        expectNear(pair?.fveClock, expected.fve_clock);
        expectNear(pair?.fvePizza, expected.fve_pizza);
        expectNear(pair?.fvePizzaAbsoluteDifference, expected.fve_pizza_abs_difference);
        expectNear(pair?.fveAccompanying, expected.fve_accompanying);
      });
    });

    it('keeps the known accuracy with the strongest circles', ({ skip }) => {
      if (known.accuracy_keeping_top == null) return skip('isolation was left out there');
      expect(result.accuracyKeepingTop.map(({ kept }) => kept)).toEqual(
        known.accuracy_keeping_top.map(({ kept }) => kept),
      );
      known.accuracy_keeping_top.forEach(({ accuracy }, index) => {
        expectNear(result.accuracyKeepingTop[index]?.accuracy, accuracy, onePair);
      });
    });

    it('fits the full logits as known', ({ skip }) => {
      const fits = known.full_logits_r2;
      if (fits === undefined || fits === null) return skip('there are no known fits');
      expectNear(result.fullLogitsR2.topSixClock, fits.top6_clock_terms);
      expectNear(result.fullLogitsR2.topSixPizza, fits.top6_pizza_terms);
      expectNear(result.fullLogitsR2.topThreeClock, fits.top3_clock_terms);
      expectNear(
        result.fullLogitsR2.topThreePizzaAndAccompanying,
        fits.top3_pizza_plus_accompanying,
      );
    });

    it('has neurons, losses without and with the key frequencies, and a verdict', () => {
      expect(result.restrictedLoss).toBeGreaterThan(0);
      expect(result.excludedLoss).toBeGreaterThan(2 * result.restrictedLoss);
      expect(result.verdictReason).toMatch(/\.$/);
      expect(result.neurons.groups.length).toBeGreaterThan(0);
      if (runid === 'p99zdpze5l') {
        expect(result.circles.slice(0, 6).map(({ verdict }) => verdict)).toEqual([
          ...['pizza', 'pizza', 'pizza'],
          ...['accompanying', 'accompanying', 'accompanying'],
        ]);
        expect(result.neurons.medianPhaseDifference).toBeCloseTo(0.003, 3);
        expect(result.neurons.multiplicative).toBeLessThan(1e-6);
      }
      if (runid === '18c9ev5v5p') {
        // Tables of their own for a and b, turned against each other: Pizzas and helpers all the same.
        expect(
          result.circles.slice(0, 6).map(({ verdict, accompanies }) => [verdict, accompanies]),
        ).toMatchObject([
          ['pizza', expect.anything()],
          ['pizza', expect.anything()],
          ['pizza', expect.anything()],
          ['accompanying', 28],
          ['accompanying', 7],
          ['accompanying', 23],
        ]);
        expect(result.votesAccuracy).toBeGreaterThan(0.99);
      }
      if (runid === 'l8k1hzciux') {
        // Attention mixes its circles: alone they say little of what they do together.
        expect(result.votesAccuracy).toBeLessThan(0.2);
        expect(result.gradientSymmetricityError).toBeGreaterThan(0.03);
        // The follow-up's figures: median phase difference .010, multiplicative part 1.7 %.
        expect(result.neurons.medianPhaseDifference).toBeCloseTo(0.01, 3);
        expect(Math.abs(result.neurons.multiplicative - 0.017)).toBeLessThan(0.003);
        expect(result.neurons.discShare).toBeGreaterThan(0.999);
      }
      if (runid === 'qlvxqhkvit') {
        expect(Math.abs(result.neurons.medianPhaseDifference - 1.5)).toBeLessThan(0.05);
        expect(result.neurons.groups.slice(0, 5).map(({ shape }) => shape)).toEqual(
          Array.from({ length: 5 }, () => 'torus'),
        );
      }
    });
  },
);

function expectNear(computed: number | undefined, expected: number, within = tolerance): void {
  expect(Math.abs((computed ?? Number.NaN) - expected)).toBeLessThan(within);
}

describe('an analysis', () => {
  const network = smallNetwork({ p: 7, attentionRate: 0.5 });
  const logits = async (changed: Network) => allLogits(changed);
  const triples: Triple[] = [
    [0, 1, 2],
    [3, 3, 1],
  ];

  it('tells how far it has come, from 0 towards 1', async () => {
    const seen: AnalysisProgress[] = [];
    await analyseNetwork(network, logits, {
      triples,
      step: 3,
      onProgress: (progress) => {
        seen.push(progress);
      },
    });
    const done = seen.map((progress) => progress.done);
    expect(done[0]).toBe(0);
    expect(done).toEqual([...done].sort((left, right) => left - right));
    expect(done.at(-1)).toBeLessThanOrEqual(1);
    expect(done.at(-1)).toBeGreaterThan(0.6);
    expect(seen.every(({ part }) => part.length > 0)).toBe(true);
  });

  it('ends where its listener throws', async () => {
    let calls = 0;
    const analysis = analyseNetwork(
      network,
      async (changed) => {
        calls++;
        return logits(changed);
      },
      {
        triples,
        step: null,
        onProgress: ({ done }) => {
          if (done > 0.2) throw new Error('enough');
        },
      },
    );
    await expect(analysis).rejects.toThrow('enough');
    expect(calls).toBeLessThan(6);
  });

  it('knows train from test pairs where the split is known', async () => {
    const { configuration } = network;
    const dataset = createDataset(configuration);
    const context = { triples, step: 0 };
    const known = (await analyseNetwork(network, logits, { ...context, dataset })).result;
    const unknown = (await analyseNetwork(network, logits, context)).result;
    const { trainCount, testCount } = dataset;
    expect(
      (known.trainLoss * trainCount + known.testLoss * testCount) / (trainCount + testCount),
    ).toBeCloseTo(known.loss, 9);
    expect(unknown.trainLoss).toBeNaN();
    expect(unknown.loss).toBe(known.loss);
    expect(known.verdictReason).toMatch(/never saw/);
    expect(unknown.verdictReason).toMatch(/all pairs/);
  });

  it.for([
    { p: 2 },
    { p: 12, separateEmbeddings: true },
    { p: 9, equalsToken: true, layers: 2 },
    { p: 3, model: 'linear-delta' as const },
    { p: 8, model: 'linear-gamma' as const },
  ])('is complete for unusual networks: %o', async (changes) => {
    const analysed = await analyseNetwork(
      smallNetwork({ attentionRate: 0.5, ...changes }),
      logits,
      {
        triples: [[0, 1, 1]],
        step: null,
      },
    );
    const { result } = analysed;
    const count = Math.min(8, Math.floor(changes.p / 2));
    expect(result.circles).toHaveLength(count);
    expect(result.accuracyKeepingTop).toHaveLength(count);
    expect(result.accuracyKeepingTop.at(-1)?.kept).toHaveLength(count);
    expect(analysed.circles.map((circle) => circle.correctLogits.length)).toEqual(
      Array.from({ length: count }, () => changes.p ** 2),
    );
    expect(result.loss).toBeGreaterThan(0);
    expect(() => JSON.stringify(result)).not.toThrow();
  });
});

function smallNetwork(changes: Parameters<typeof smallConfiguration>[0]): Network {
  const configuration = smallConfiguration(changes);
  return trainedNetwork(configuration, randomParameters(configuration));
}
