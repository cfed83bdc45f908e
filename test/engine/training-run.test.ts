import { expect, it } from 'vitest';
import { createStockEngine } from '../../src/engine/stock-engine.ts';
import type { TrainingEngine } from '../../src/engine/training-engine.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { describeOnBackends } from '../support/backends.ts';
import { isNormalOrZero } from '../support/comparison.ts';
import { smallConfiguration, startOf } from '../support/networks.ts';

describeOnBackends('a training run', (backend) => {
  const slow = backend === 'webgpu';

  it('is the same to the last bit when it is repeated', async () => {
    const run = () =>
      withEngine(smallConfiguration({ attentionRate: 0.5 }), async (engine) => ({
        metrics: await engine.advance(20),
        parameters: await engine.parameters(),
      }));
    const first = await run();
    const second = await run();
    expect(second.metrics).toEqual(first.metrics);
    for (const [name, values] of first.parameters) {
      expect(Buffer.from(bytesOf(second.parameters.get(name))), name).toEqual(
        Buffer.from(bytesOf(values)),
      );
    }
  });

  it('is the same in one call as in several', async () => {
    const configuration = smallConfiguration({ model: 'linear-alpha', p: 3 });
    const once = await withEngine(configuration, (engine) => engine.advance(6));
    const often = await withEngine(configuration, async (engine) => [
      ...(await engine.advance(1)),
      ...(await engine.advance(2)),
      ...(await engine.advance(3)),
    ]);
    expect(often).toEqual(once);
    expect(once.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('holds the same tensors and bytes however long it lasts, and none at its end', async () => {
    const configuration = slow
      ? smallConfiguration({ attentionRate: 0.5 })
      : smallConfiguration({ attentionRate: 0.5, p: 11 });
    const [rounds, steps] = backend === 'wasm' ? [5, 100] : [4, 5];
    const empty = createStockEngine(startOf(configuration));
    empty.dispose();
    const before = empty.memory();
    await withEngine(configuration, async (engine) => {
      await engine.advance(1);
      const held = engine.memory();
      for (let round = 0; round < rounds; round++) {
        await engine.advance(steps);
        await engine.evaluate();
        await engine.logits();
        await engine.gradients();
        await engine.parameters();
        expect(engine.memory()).toEqual(held);
      }
    });
    expect(empty.memory()).toEqual(before);
  });

  it('reports losses that are huge or not finite when the learning rate is far too high', async () => {
    const configuration = smallConfiguration({ learningRate: 1, attentionRate: 0.5, p: 3 });
    const metrics = await withEngine(configuration, (engine) => engine.advance(slow ? 25 : 80));
    const loss = metrics.at(-1)?.trainLoss ?? 0;
    expect(!Number.isFinite(loss) || loss > 100, `loss ${loss}`).toBe(true);
  });

  it('evaluates what the next step will report, and the logits that belong to it', async () => {
    const configuration = smallConfiguration({ separateEmbeddings: true, attentionRate: 0.5 });
    await withEngine(configuration, async (engine) => {
      await engine.advance(3);
      const { metrics, correctLogits, largestWrongLogits } = await engine.evaluate();
      const logits = await engine.logits();
      const classes = logits.length / 25;
      for (let pair = 0; pair < 25; pair++) {
        const row = [...logits.subarray(pair * classes, (pair + 1) * classes)];
        const label = (Math.floor(pair / 5) + (pair % 5)) % 5;
        expect(correctLogits[pair]).toBe(row[label]);
        expect(largestWrongLogits[pair]).toBe(Math.max(...row.filter((_, c) => c !== label)));
      }
      expect(engine.step).toBe(3);
      expect(await engine.advance(1)).toEqual([metrics]);
    });
  });
});

describeOnBackends('a network of unusual size', () => {
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
  for (const changes of sizes) {
    it(`trains and stays finite: ${JSON.stringify(changes)}`, async () => {
      const configuration = smallConfiguration({ attentionRate: 0.5, ...changes });
      await withEngine(configuration, async (engine) => {
        const metrics = await engine.advance(60);
        for (const { trainLoss, testLoss, trainAccuracy, testAccuracy } of metrics) {
          expect([trainLoss, testLoss].every(Number.isFinite)).toBe(true);
          expect(trainAccuracy >= 0 && trainAccuracy <= 1).toBe(true);
          expect(testAccuracy >= 0 && testAccuracy <= 1).toBe(true);
        }
        expect(metrics.at(-1)?.trainLoss).toBeLessThan(metrics[0]?.trainLoss ?? 0);
      });
    });
  }

  it('holds no subnormal weight after 2,000 steps', async () => {
    const configuration = smallConfiguration({ p: 7, attentionRate: 0.5, weightDecay: 10 });
    await withEngine(configuration, async (engine) => {
      for (let round = 0; round < 4; round++) {
        await engine.advance(500);
        for (const [name, values] of await engine.parameters()) {
          expect(values.every(isNormalOrZero), name).toBe(true);
        }
      }
    });
  });
}, ['wasm']);

/** Runs something with a fresh engine and frees it. */
async function withEngine<Result>(
  configuration: RunConfiguration,
  use: (engine: TrainingEngine) => Promise<Result>,
): Promise<Result> {
  const engine = createStockEngine(startOf(configuration));
  try {
    return await use(engine);
  } finally {
    engine.dispose();
  }
}

function bytesOf(values: Float32Array | undefined): Uint8Array {
  return new Uint8Array((values ?? new Float32Array()).buffer);
}
