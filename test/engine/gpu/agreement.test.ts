import { expect, it } from 'vitest';
import { planInParts } from '../../../src/engine/gpu/plan/deep.ts';
import { GpuTrainer } from '../../../src/engine/gpu/trainer.ts';
import type { RunConfiguration } from '../../../src/model/configuration.ts';
import { createDataset } from '../../../src/model/dataset.ts';
import { describeOnBackends } from '../../support/backends.ts';
import { relativeDifference } from '../../support/comparison.ts';
import { randomParameters, smallConfiguration } from '../../support/networks.ts';
import { stockResults, withGpuEngine } from './gpu-engines.ts';

type Network = readonly [name: string, launches: number, changes: Partial<RunConfiguration>];

/** Networks that between them use every branch of the plans, and the launches a step may take. */
const networks: readonly Network[] = [
  ['separate embeddings and mixed attention', 8, { separateEmbeddings: true, attentionRate: 0.4 }],
  [
    'an odd width and heads that do not divide it',
    8,
    { p: 7, width: 33, heads: 5, attentionRate: 1 },
  ],
  ['the smallest modulus and one head', 8, { p: 2, width: 17, heads: 1, attentionRate: 0.3 }],
  [
    'more classes than one class group',
    8,
    { p: 67, width: 16, heads: 1, separateEmbeddings: true },
  ],
  [
    'the "=" token, separate embeddings and no attention',
    13,
    { equalsToken: true, separateEmbeddings: true },
  ],
  [
    'two layers, odd width, odd heads',
    24,
    { p: 3, layers: 2, heads: 7, width: 17, attentionRate: 0.8 },
  ],
  [
    'four layers with everything',
    46,
    {
      p: 4,
      layers: 4,
      attentionRate: 0.6,
      equalsToken: true,
      separateEmbeddings: true,
      activation: 'gelu',
      heads: 3,
    },
  ],
  ['linear model α', 6, { model: 'linear-alpha' }],
  ['linear model β', 9, { model: 'linear-beta', p: 2 }],
];

/** Other mixtures of the same branches. A software GPU compiles each for ten seconds and more. */
const mixtures: readonly Network[] = [
  ['GELU without attention', 8, { p: 12, width: 18, activation: 'gelu', separateEmbeddings: true }],
  ['sixteen heads of one number', 8, { p: 3, heads: 16, attentionRate: 0.9 }],
  ['the "=" token', 13, { equalsToken: true, attentionRate: 0.6 }],
  ['three layers and GELU', 35, { layers: 3, attentionRate: 0.5, activation: 'gelu' }],
  [
    'linear model γ, whatever its activation is said to be',
    9,
    { model: 'linear-gamma', activation: 'gelu' },
  ],
  ['GELU with attention', 8, { p: 12, attentionRate: 0.7, activation: 'gelu', heads: 2 }],
  ['linear model δ', 6, { model: 'linear-delta', p: 12, width: 18 }],
];

const isEveryNetwork = process.env.EVERY_NETWORK === '1';

/** Steps that are compared: the first update moves nothing. */
const steps = 4;

describeOnBackends('kernels written by hand', () => {
  async function agree([, launches, changes]: Network): Promise<void> {
    const configuration = smallConfiguration(changes);
    const start = {
      configuration,
      dataset: createDataset(configuration),
      parameters: randomParameters(configuration),
    };
    const stock = await stockResults(start, steps);
    await withGpuEngine(start, async (engine) => {
      expect(engine.launchesPerStep).toBeLessThanOrEqual(launches);
      close(await engine.logits(), stock.logits, 'logits');
      const gradients = await engine.gradients();
      expect([...gradients.keys()]).toEqual([...stock.gradients.keys()]);
      for (const [name, expected] of stock.gradients) {
        close(gradients.get(name) ?? [], expected, `gradient of ${name}`);
      }
      const { metrics, correctLogits, largestWrongLogits } = await engine.evaluate();
      close(correctLogits, stock.evaluation.correctLogits, 'correct logits');
      close(largestWrongLogits, stock.evaluation.largestWrongLogits, 'wrong logits');
      expect(metrics.trainAccuracy).toBe(stock.metrics[0]?.trainAccuracy);
      const trained = await engine.advance(steps);
      for (const loss of ['trainLoss', 'testLoss'] as const) {
        close(
          trained.map((entry) => entry[loss]),
          stock.metrics.map((entry) => entry[loss]),
          loss,
        );
      }
      const parameters = await engine.parameters();
      for (const [name, expected] of stock.parameters) {
        // AdamW divides by the size of a gradient: where that is all rounding, so is the update.
        expect(relativeDifference(parameters.get(name) ?? [], expected), name).toBeLessThan(1e-3);
      }
    });
  }

  it.for(networks)('agree with the stock engine for %s', agree);

  it.skipIf(!isEveryNetwork).for(mixtures)(
    `agree with it for %s${isEveryNetwork ? '' : ' (skipped: EVERY_NETWORK is not 1)'}`,
    agree,
  );

  it('agree with each other when pairs are worked through in parts', async () => {
    const configuration = smallConfiguration({
      p: 5,
      layers: 2,
      attentionRate: 0.6,
      equalsToken: true,
      separateEmbeddings: true,
    });
    const start = {
      configuration,
      dataset: createDataset(configuration),
      parameters: randomParameters(configuration),
    };
    // Five tokens in three parts: two, two and one.
    const results = [];
    for (const parts of [1, 3]) {
      const trainer = await GpuTrainer.create(planInParts(configuration, true, parts), [start]);
      try {
        results.push({
          logits: (await trainer.logits())[0] as Float32Array,
          gradients: (await trainer.gradients())[0],
          metrics: (await trainer.advance(2))[0],
        });
      } finally {
        trainer.dispose();
      }
    }
    const [whole, inParts] = results;
    close(inParts?.logits ?? [], whole?.logits ?? [], 'logits');
    for (const [name, expected] of whole?.gradients ?? []) {
      close(inParts?.gradients?.get(name) ?? [], expected, name);
    }
    close(
      (inParts?.metrics ?? []).map(({ testLoss }) => testLoss),
      (whole?.metrics ?? []).map(({ testLoss }) => testLoss),
      'loss',
    );
  });

  function close(computed: ArrayLike<number>, expected: ArrayLike<number>, name: string): void {
    expect(relativeDifference(computed, expected), name).toBeLessThan(1e-5);
  }
}, ['webgpu']);
