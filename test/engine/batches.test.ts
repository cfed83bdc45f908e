import { describe, expect, it } from 'vitest';
import { createBatch } from '../../src/engine/batches.ts';
import { createEngine } from '../../src/engine/engines.ts';
import { smallConfiguration, startOf } from '../support/networks.ts';

const starts = [
  startOf(smallConfiguration({ seed: 1, attentionRate: 0 })),
  startOf(smallConfiguration({ seed: 2, attentionRate: 0.5 })),
  startOf(smallConfiguration({ seed: 3, attentionRate: 1, learningRate: 3e-3 })),
] as const;

const ways = [
  ['wasm', 1],
  ['wasm', 2],
  ['wasm', 8],
  ['cpu', 1],
  ['cpu', 2],
] as const;

describe.for(ways)(
  'a batch of networks on %s, %i threads',
  { timeout: 60_000 },
  ([kind, threads]) => {
    it('trains each to the same bits as alone', async () => {
      const batch = await createBatch(kind, starts, threads);
      expect(batch).toMatchObject({ size: 3, backend: kind, step: 0 });
      const metrics = await batch.advance(7);
      const evaluations = await batch.evaluate();
      const parameters = await batch.parameters();
      expect(batch.step).toBe(7);
      for (const [index, start] of starts.entries()) {
        const alone = await createEngine(kind, start);
        expect(metrics[index]).toEqual(await alone.advance(7));
        expect(evaluations[index]).toEqual(await alone.evaluate());
        expect(parameters[index]).toEqual(await alone.parameters());
        alone.dispose();
      }
      expect(batch.memory().bytes).toBeGreaterThan(0);
      batch.dispose();
      expect(batch.memory()).toEqual({ tensors: 0, bytes: 0 });
      await expect(batch.advance(1)).rejects.toThrow('start new runs');
    });

    it('refuses as a whole what does not fit', async () => {
      const huge = startOf(smallConfiguration({ p: 3 }));
      const tooLarge = { ...huge, parameters: new Map() };
      await expect(createBatch(kind, [starts[0], tooLarge], threads)).rejects.toThrow(/parameter/);
    });
  },
);
