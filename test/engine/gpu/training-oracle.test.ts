import { expect, it } from 'vitest';
import type { GpuEngine } from '../../../src/engine/gpu/gpu-engine.ts';
import fixture from '../../fixtures/training-cases.json' with { type: 'json' };
import { describeOnBackends } from '../../support/backends.ts';
import { relativeDifference } from '../../support/comparison.ts';
import { missingReference, readReferenceJson } from '../../support/reference.ts';
import {
  caseStart,
  describeCase,
  type TrainingCase,
  type TrainingCases,
} from '../../support/training-case.ts';
import { withGpuEngine } from './gpu-engines.ts';

const tolerance = 1e-4;
const kept = (fixture as unknown as TrainingCases).cases;
const released =
  missingReference === undefined
    ? (readReferenceJson('training-oracle.json') as TrainingCases).cases
    : [];

describeOnBackends('a training run known from float64 with kernels written by hand', () => {
  const reached = new Map<string, number>();

  // The reference holds the kept runs too: on the slow adapter once is enough.
  for (const known of released.length > 0 ? [] : kept) {
    it(`is repeated for ${describeCase(known)}`, () => repeats(known));
  }
  for (const known of released) {
    it(`is repeated for the reference case "${describeCase(known)}"`, () => repeats(known));
  }
  if (missingReference !== undefined) {
    it('is repeated for the ten reference cases', ({ skip }) => skip(missingReference));
  }

  it('is repeated far more precisely than asked', () => {
    const parts = [...reached].map(([name, value]) => `${name} ${value.toExponential(0)}`);
    console.info(`GPU engine, worst relative difference: ${parts.join(', ')}.`);
    for (const [name, value] of reached) expect(value, name).toBeLessThan(tolerance / 10);
  });

  function repeats(known: TrainingCase): Promise<void> {
    return withGpuEngine(caseStart(known), async (engine) => {
      check('logits', await engine.logits(), known.logits_all_pairs.flat());
      const gradients = await engine.gradients();
      expect([...gradients.keys()].sort()).toEqual(Object.keys(known.gradients_step0).sort());
      for (const [name, expected] of Object.entries(known.gradients_step0)) {
        check('gradients', gradients.get(name) ?? [], expected);
      }
      const metrics = [...(await engine.advance(2))];
      await checkSums(engine, known.sum_abs_parameters_after_step1);
      metrics.push(...(await engine.advance(11)));
      await checkSums(engine, known.sum_abs_parameters_after_step12);
      const losses = known.train_and_test_loss_per_step;
      check(
        'train loss',
        metrics.map(({ trainLoss }) => trainLoss),
        losses.map(([train]) => train),
      );
      check(
        'test loss',
        metrics.map(({ testLoss }) => testLoss),
        losses.map(([, test]) => test),
      );
    });
  }

  async function checkSums(engine: GpuEngine, expected: Readonly<Record<string, number>>) {
    const parameters = await engine.parameters();
    for (const [name, sum] of Object.entries(expected)) {
      const values = parameters.get(name) ?? new Float32Array();
      check('parameters', [values.reduce((total, value) => total + Math.abs(value), 0)], [sum]);
    }
  }

  function check(name: string, computed: ArrayLike<number>, expected: ArrayLike<number>): void {
    const difference = relativeDifference(computed, expected);
    reached.set(name, Math.max(reached.get(name) ?? 0, difference));
    expect(difference, name).toBeLessThan(tolerance);
  }
}, ['webgpu']);
