import { expect, it } from 'vitest';
import { gradientSymmetricity } from '../../src/analysis/gradient-symmetricity.ts';
import type { StepMetrics, TrainingEngine } from '../../src/engine/training-engine.ts';
import { trainedNetwork } from '../../src/model/network.ts';
import fixture from '../fixtures/training-cases.json' with { type: 'json' };
import { relativeDifference } from '../support/comparison.ts';
import { describeOnEngines } from '../support/engine-suites.ts';
import { missingReference, readReferenceJson } from '../support/reference.ts';
import {
  caseConfiguration,
  caseStart,
  describeCase,
  type TrainingCase,
  type TrainingCases,
} from '../support/training-case.ts';

const tolerance = 1e-4;
const kept = (fixture as unknown as TrainingCases).cases;
const released =
  missingReference === undefined
    ? (readReferenceJson('training-oracle.json') as TrainingCases).cases
    : [];

describeOnEngines('a training run known from float64', ({ backend, kernels, slow, create }) => {
  const reached = new Map<string, number>();

  // A slow adapter repeats one with two layers and one with GELU: `gpu/agreement` shows for all kinds of
  // networks that our kernels compute what the others do, and these repeat every case.
  const always = slow ? kept.filter(({ config }) => config.n_layers === 2) : kept;
  expect(always.length).toBeGreaterThan(0);
  for (const known of always) {
    it(`is repeated for ${describeCase(known)}`, () => repeats(known));
  }
  const further = released.filter(({ config }) => !slow || config.activation === 'gelu');
  for (const known of further) {
    it(`is repeated for the reference case "${describeCase(known)}"`, () => repeats(known));
  }
  if (missingReference !== undefined && !slow) {
    it('is repeated for the ten reference cases', ({ skip }) => skip(missingReference));
  }

  it('is repeated far more precisely than asked', () => {
    const parts = [...reached].map(([name, value]) => `${name} ${value.toExponential(0)}`);
    console.info(
      `${kernels} kernels on ${backend}, worst relative difference: ${parts.join(', ')}.`,
    );
    for (const [name, value] of reached) expect(value, name).toBeLessThan(tolerance / 10);
  });

  async function repeats(known: TrainingCase): Promise<void> {
    const engine = await create(caseStart(known));
    try {
      check('logits', await engine.logits(), known.logits_all_pairs.flat());
      const gradients = await engine.gradients();
      expect([...gradients.keys()].sort()).toEqual(Object.keys(known.gradients_step0).sort());
      for (const [name, expected] of Object.entries(known.gradients_step0)) {
        check('gradients', gradients.get(name) ?? [], expected);
      }
      const metrics: StepMetrics[] = [...(await engine.advance(2))];
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
      const { triples, per_triple } = known.gradient_symmetricity_after_13_steps;
      const trained = await engine.parameters();
      const { cosines } = gradientSymmetricity(
        trainedNetwork(caseConfiguration(known), trained),
        triples,
      );
      const used = (values: readonly (number | null | undefined)[]) =>
        values.map((cosine) => cosine ?? 0);
      expect(cosines.map((cosine) => cosine === undefined)).toEqual(
        per_triple.map((cosine) => cosine === null),
      );
      check('gradient symmetricity', used(cosines), used(per_triple));
    } finally {
      engine.dispose();
    }
  }

  async function checkSums(engine: TrainingEngine, expected: Readonly<Record<string, number>>) {
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
});
