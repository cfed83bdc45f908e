import { describe, expect, it } from 'vitest';
import { createPlainEngine } from '../../src/engine/cpu/cpu-engine.ts';
import { checkEngine, knownConfiguration, knownLosses } from '../../src/engine/self-check.ts';
import type { EngineStart, TrainingEngine } from '../../src/engine/training-engine.ts';
import { describeOnEngines } from '../support/engine-suites.ts';
import { startOf } from '../support/networks.ts';

describeOnEngines(
  'the known answer',
  ({ create }) => {
    it('is given', async () => {
      await expect(checkEngine(async (start) => create(start))).resolves.toBeUndefined();
    });
  },
  // TensorFlow.js’ operations on a software GPU are compared with the oracle already.
  { stockBackends: ['cpu', 'wasm'] },
);

describe('the known answer', () => {
  it('is what 64-bit floating point computes', async () => {
    const engine = createPlainEngine(startOf(knownConfiguration), 'float64');
    const computed = await engine.advance(knownLosses.length);
    for (const [index, known] of knownLosses.entries()) {
      expect(computed[index]?.trainLoss).toBeCloseTo(known.trainLoss, 12);
      expect(computed[index]?.testLoss).toBeCloseTo(known.testLoss, 12);
    }
  });

  it.each([
    ['a loss that is not a number', () => Number.NaN],
    ['a loss without end', () => Number.POSITIVE_INFINITY],
    ['a loss that is off by a thousandth', (loss: number) => loss * 1.001],
    ['a loss with the wrong sign', (loss: number) => -loss],
  ])('is not given by %s, and the engine is freed', async (_, distort) => {
    let freed = 0;
    const create = async (start: EngineStart): Promise<TrainingEngine> => {
      const engine = createPlainEngine(start);
      const advance = async (count: number) =>
        (await engine.advance(count)).map((entry, index) =>
          index === 2 ? { ...entry, testLoss: distort(entry.testLoss) } : entry,
        );
      return { ...engine, backend: 'cpu', step: 0, advance, dispose: () => void freed++ } as never;
    };
    await expect(checkEngine(create)).rejects.toThrow('a known step comes out wrong');
    expect(freed).toBe(1);
  });
});
