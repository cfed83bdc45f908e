import { expect, it } from 'vitest';
import { stateProblem, type TrainingState } from '../../src/model/training-state.ts';
import { describeOnEngines, type TestedEngine } from '../support/engine-suites.ts';
import { withEngine } from '../support/engines.ts';
import { smallConfiguration, startOf } from '../support/networks.ts';

const title = 'a run that goes on from a copy';

function declare({ backend, create, kernels }: TestedEngine): void {
  const slow = backend === 'webgpu';
  const transformer = smallConfiguration({ attentionRate: 0.5, heads: slow ? 1 : 4 });
  const linear = smallConfiguration({ model: 'linear-beta', p: 3 });
  // The optimiser sets tiny values to zero every 64 steps, counted from the beginning of the run.
  const [before, after] = slow ? [3, 3] : [60, 10];

  const networks = [['transformer', transformer] as const, ['linear model', linear] as const];
  it.each(slow ? networks.slice(0, 1) : networks)(
    'is the same to the last bit as one that never stopped: %s',
    async (_, configuration) => {
      const { copy, rest, end } = await withEngine(
        configuration,
        async (engine) => {
          await engine.advance(before);
          const copy = await engine.state();
          return { copy, rest: await engine.advance(after), end: await engine.state() };
        },
        create,
      );
      expect(copy.step).toBe(before);
      expect(stateProblem(configuration, copy)).toBeUndefined();
      const start = { ...startOf(configuration), parameters: copy.parameters, optimiser: copy };
      const engine = await create(start);
      try {
        expect(engine.step).toBe(before);
        expect(await engine.state()).toEqual(copy);
        expect(await engine.advance(after)).toEqual(rest);
        expectSameBits(await engine.state(), end);
      } finally {
        engine.dispose();
      }
    },
  );

  it('has moments in the form that every engine reads', async () => {
    const steps = slow ? 3 : 12;
    const state = (of?: typeof create) =>
      withEngine(
        transformer,
        async (engine) => {
          await engine.advance(steps);
          return engine.state();
        },
        of,
      );
    if (kernels === 'stock') return;
    const own = await state(create);
    const { createPlainEngine } = await import('../../src/engine/cpu/cpu-engine.ts');
    const reference = await state((start) => createPlainEngine(start, 'float64'));
    for (const part of ['parameters', 'firstMoments', 'secondMoments'] as const) {
      for (const [name, values] of reference[part]) {
        const largest = Math.max(...values.map(Math.abs), 1e-12);
        const computed = own[part].get(name) as Float32Array;
        const misses = values.map((value, index) => Math.abs(value - (computed[index] as number)));
        expect(Math.max(...misses) / largest, `${part} ${name}`).toBeLessThan(2e-3);
      }
    }
  });
}

// On a software GPU TensorFlow.js’ operations take minutes, and they are the same as elsewhere.
describeOnEngines(title, declare, { stockBackends: ['cpu', 'wasm'] });

function expectSameBits(left: TrainingState, right: TrainingState): void {
  expect(left.step).toBe(right.step);
  for (const part of ['parameters', 'firstMoments', 'secondMoments'] as const) {
    for (const [name, values] of right[part]) {
      expect(new Uint32Array((left[part].get(name) as Float32Array).buffer), name).toEqual(
        new Uint32Array(values.slice().buffer),
      );
    }
  }
}
