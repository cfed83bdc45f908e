import { expect, it } from 'vitest';
import { createGpuBatch } from '../../../src/engine/gpu/gpu-batch.ts';
import type { EngineStart } from '../../../src/engine/training-engine.ts';
import type { RunConfiguration } from '../../../src/model/configuration.ts';
import { describeOnBackends } from '../../support/backends.ts';
import { smallConfiguration, startOf } from '../../support/networks.ts';
import { withGpuEngine } from './gpu-engines.ts';

/** What networks of a batch may differ in. */
const differences: readonly Partial<RunConfiguration>[] = [
  { attentionRate: 0.5, seed: 1 },
  { attentionRate: 0, seed: 2, learningRate: 0.01 },
  { attentionRate: 1, seed: 3, weightDecay: 0.5, trainFraction: 0.4 },
];

describeOnBackends('a batch', () => {
  it.for([
    ['transformers', { heads: 2 }],
    ['deep transformers', { p: 3, layers: 2, heads: 2 }],
    ['linear models', { p: 3, model: 'linear-beta' }],
  ] as const)('trains %s to the last bit as each would train alone', async ([, shape]) => {
    const starts = differences.map((changes) =>
      startOf(smallConfiguration({ ...shape, ...changes })),
    );
    const alone = [];
    for (const start of starts) {
      alone.push(
        await withGpuEngine(start, async (engine) => ({
          metrics: [...(await engine.advance(3)), ...(await engine.advance(3))],
          evaluation: await engine.evaluate(),
          parameters: await engine.parameters(),
        })),
      );
    }
    const batch = await createGpuBatch(starts);
    try {
      expect(batch.size).toBe(3);
      const metrics = await batch.advance(6);
      const evaluations = await batch.evaluate();
      const parameters = await batch.parameters();
      expect(batch.step).toBe(6);
      for (const [index, expected] of alone.entries()) {
        expect(metrics[index]).toEqual(expected.metrics);
        expect(evaluations[index]).toEqual(expected.evaluation);
        expect(parameters[index]).toEqual(expected.parameters);
      }
      const held = batch.memory();
      await batch.advance(2);
      expect(batch.memory()).toEqual(held);
    } finally {
      batch.dispose();
    }
    expect(batch.memory()).toEqual({ tensors: 0, bytes: 0 });
  });

  it('refuses networks that differ in shape', async () => {
    const starts: EngineStart[] = [
      startOf(smallConfiguration()),
      startOf(smallConfiguration({ width: 20 })),
    ];
    await expect(createGpuBatch(starts)).rejects.toThrow(/^The networks of a batch differ in/);
    await expect(createGpuBatch([])).rejects.toThrow(/^A batch needs at least one network\.$/);
  });
}, ['webgpu']);
