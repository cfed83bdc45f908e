import { expect, it } from 'vitest';
import { describeOnEngines } from '../support/engine-suites.ts';
import { heldMemory, withEngine } from '../support/engines.ts';
import { smallConfiguration } from '../support/networks.ts';

describeOnEngines(
  'a training run',
  ({ backend, kernels, slow, create }) => {
    const configuration = smallConfiguration({ attentionRate: 0.5, heads: slow ? 1 : 4 });

    it('is the same to the last bit when it is repeated', async () => {
      const run = () =>
        withEngine(
          configuration,
          async (engine) => ({
            metrics: await engine.advance(slow ? 8 : 20),
            parameters: await engine.parameters(),
          }),
          create,
        );
      const first = await run();
      const second = await run();
      expect(second.metrics).toEqual(first.metrics);
      for (const [name, values] of first.parameters) {
        expect(bytesOf(second.parameters.get(name)), name).toEqual(bytesOf(values));
      }
    });

    it('is the same in one call as in several', async () => {
      const linear = smallConfiguration({ model: 'linear-alpha', p: 3 });
      const once = await withEngine(linear, (engine) => engine.advance(6), create);
      const often = await withEngine(
        linear,
        async (engine) => [
          ...(await engine.advance(1)),
          ...(await engine.advance(2)),
          ...(await engine.advance(3)),
        ],
        create,
      );
      expect(often).toEqual(once);
      expect(once.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5]);
    });

    it('holds the same tensors and bytes however long it lasts, and none at its end', async () => {
      const network = slow ? configuration : { ...configuration, p: 11 };
      const [rounds, steps] = slow ? [2, 3] : backend === 'wasm' ? [4, 20] : [4, 5];
      const before = heldMemory();
      await withEngine(
        network,
        async (engine) => {
          await engine.advance(1);
          const first = heldMemory();
          const ofEngine = engine.memory();
          expect(ofEngine.bytes).toBeGreaterThan(0);
          if (kernels === 'stock') expect(ofEngine).toEqual(first);
          for (let round = 0; round < rounds; round++) {
            await engine.advance(steps);
            await engine.evaluate();
            await engine.logits();
            await engine.gradients();
            await engine.parameters();
            expect(heldMemory()).toEqual(first);
            expect(engine.memory()).toEqual(ofEngine);
          }
        },
        create,
      );
      expect(heldMemory()).toEqual(before);
    });

    it('reports losses that are huge or not finite when the learning rate is far too high', async () => {
      const wild = { ...configuration, learningRate: 1 };
      const metrics = await withEngine(wild, (engine) => engine.advance(slow ? 16 : 80), create);
      const loss = metrics.at(-1)?.trainLoss ?? 0;
      expect(!Number.isFinite(loss) || loss > 100, `loss ${loss}`).toBe(true);
    });

    it('evaluates what the next step will report, and the logits that belong to it', async () => {
      const separate = { ...configuration, separateEmbeddings: true };
      await withEngine(
        separate,
        async (engine) => {
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
        },
        create,
      );
    });
  },
  { fusedGpu: false, stockBackends: ['cpu', 'wasm'] },
);

function bytesOf(values: Float32Array | undefined): Buffer | undefined {
  return values && Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}
