import { describe, expect, it } from 'vitest';
import { createBatch } from '../../src/engine/batches.ts';
import { createEngine } from '../../src/engine/engines.ts';
import { smallConfiguration, startOf } from '../support/networks.ts';

const starts = [
  startOf(smallConfiguration({ seed: 1, attentionRate: 0 })),
  startOf(smallConfiguration({ seed: 2, attentionRate: 0.5 })),
  startOf(smallConfiguration({ seed: 3, attentionRate: 1, learningRate: 3e-3 })),
] as const;

describe.for(['wasm', 'cpu'] as const)('a batch of networks on %s', (kind) => {
  it('trains each to the same bits as alone', async () => {
    const batch = await createBatch(kind, starts);
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
  });
});
