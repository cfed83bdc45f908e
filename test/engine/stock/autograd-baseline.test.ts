import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activateBackend } from '../../../src/engine/backends.ts';
import {
  type AutogradBaseline,
  createAutogradBaseline,
} from '../../../src/engine/stock/autograd-baseline.ts';
import { countKernels } from '../../../src/engine/stock/kernel-count.ts';
import { createStockEngine } from '../../../src/engine/stock/stock-engine.ts';
import type { EngineStart, TrainingEngine } from '../../../src/engine/training-engine.ts';
import type { RunConfiguration } from '../../../src/model/configuration.ts';
import type { ParameterSet } from '../../../src/model/parameters.ts';
import { relativeDifference } from '../../support/comparison.ts';
import { smallConfiguration, startOf } from '../../support/networks.ts';

const small = (changes: Partial<RunConfiguration>): EngineStart =>
  startOf(smallConfiguration({ p: 11, ...changes }));

function expectEqualGradients(ours: ParameterSet, theirs: ParameterSet): void {
  expect([...ours.keys()]).toEqual([...theirs.keys()]);
  for (const [name, gradient] of ours) {
    const expected = theirs.get(name) as Float32Array;
    expect(relativeDifference(gradient, expected), name).toBeLessThan(1e-5);
  }
}

describe('gradients written by hand equal those of automatic differentiation', () => {
  beforeAll(() => activateBackend('wasm', {}));

  const cases = [0, 0.4, 1].flatMap((attentionRate) =>
    (['relu', 'gelu'] as const).map((activation) => ({ attentionRate, activation })),
  );

  it.each(cases)('attention $attentionRate, $activation', async (changes) => {
    const start = small(changes);
    const engine = createStockEngine(start);
    // At the first weights all biases are zero; after some steps every term counts.
    for (const steps of [0, 40]) {
      if (steps > 0) await engine.advance(steps);
      const parameters = await engine.parameters();
      const baseline = await createAutogradBaseline({ ...start, parameters });
      expectEqualGradients(await engine.gradients(), await baseline.gradients());
      baseline.dispose();
    }
    engine.dispose();
  });

  it('with separate embeddings', async () => {
    const start = small({ attentionRate: 0.4, separateEmbeddings: true });
    const engine = createStockEngine(start);
    const baseline = await createAutogradBaseline(start);
    expectEqualGradients(await engine.gradients(), await baseline.gradients());
    engine.dispose();
    baseline.dispose();
  });
});

describe('the automatic baseline', () => {
  let engine: TrainingEngine;
  let baseline: AutogradBaseline;
  beforeAll(async () => {
    await activateBackend('wasm', {});
    const start = small({ attentionRate: 1 });
    engine = createStockEngine(start);
    baseline = await createAutogradBaseline(start);
  });
  afterAll(() => {
    engine.dispose();
    baseline.dispose();
  });

  it('trains to the same losses and accuracies', async () => {
    const ours = await engine.advance(30);
    const theirs = await baseline.advance(30);
    expect(baseline.step).toBe(30);
    for (const [index, metrics] of ours.entries()) {
      expect(theirs[index]?.step).toBe(metrics.step);
      expect(theirs[index]?.trainLoss).toBeCloseTo(metrics.trainLoss, 5);
      expect(theirs[index]?.testLoss).toBeCloseTo(metrics.testLoss, 4);
      expect(theirs[index]?.trainAccuracy).toBeCloseTo(metrics.trainAccuracy, 1);
    }
  });

  it('keeps no tensors between steps', async () => {
    const before = engine.memory().tensors;
    await baseline.advance(3);
    await baseline.gradients();
    expect(engine.memory().tensors).toBe(before);
  });

  it('is counted in kernels, which do not change from step to step', async () => {
    const count = await countKernels(() => baseline.advance(1));
    expect(count).toBeGreaterThan(50);
    expect(await countKernels(() => baseline.advance(1))).toBe(count);
  });

  it.each<Partial<RunConfiguration>>([
    { layers: 2 },
    { equalsToken: true },
    { model: 'linear-alpha' },
  ])('refuses a network without a factored step: %j', async (changes) => {
    await expect(createAutogradBaseline(small(changes))).rejects.toThrow(RangeError);
  });
});
