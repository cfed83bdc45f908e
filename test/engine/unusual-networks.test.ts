import { describe, expect, it } from 'vitest';
import { createWasmEngine } from '../../src/engine/cpu/cpu-engine.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { isNormalOrZero } from '../support/comparison.ts';
import { withEngine } from '../support/engines.ts';
import { smallConfiguration } from '../support/networks.ts';

/** Even, composite and smallest moduli; widths that heads do not divide; the deepest network. */
const sizes: readonly Partial<RunConfiguration>[] = [
  { p: 2 },
  { p: 2, trainFraction: 0.05 },
  { p: 2, model: 'linear-beta', trainFraction: 0.99 },
  { p: 12 },
  { p: 12, equalsToken: true, separateEmbeddings: true },
  { p: 12, model: 'linear-delta', width: 18 },
  { p: 3, heads: 16 },
  { p: 3, heads: 7, width: 17, layers: 2 },
  { p: 2, layers: 4, activation: 'gelu', equalsToken: true },
];

describe('a network of unusual size', () => {
  it.for(sizes)('trains and stays finite: %o', async (changes) => {
    const configuration = smallConfiguration({ attentionRate: 0.5, ...changes });
    const metrics = await withEngine(
      configuration,
      (engine) => engine.advance(60),
      createWasmEngine,
    );
    for (const { trainLoss, testLoss, trainAccuracy, testAccuracy } of metrics) {
      expect([trainLoss, testLoss].every(Number.isFinite)).toBe(true);
      expect(trainAccuracy >= 0 && trainAccuracy <= 1).toBe(true);
      expect(testAccuracy >= 0 && testAccuracy <= 1).toBe(true);
    }
    expect(metrics.at(-1)?.trainLoss).toBeLessThan(metrics[0]?.trainLoss ?? 0);
  });
});

describe('a long run', () => {
  it.for([
    { attentionRate: 0.5, weightDecay: 2 },
    // The weights that α = 0 leaves unused only decay, here by a fifth a step.
    { attentionRate: 0, weightDecay: 10, learningRate: 0.02 },
  ])('holds no subnormal weight during 2,000 steps: %o', { timeout: 60_000 }, async (changes) => {
    await withEngine(
      smallConfiguration({ p: 7, heads: 1, ...changes }),
      async (engine) => {
        for (let round = 0; round < 10; round++) {
          await engine.advance(200);
          for (const [name, values] of await engine.parameters()) {
            expect(values.every(isNormalOrZero), `${name}, step ${engine.step}`).toBe(true);
          }
        }
      },
      createWasmEngine,
    );
  });
});
