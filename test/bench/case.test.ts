import { describe, expect, it } from 'vitest';
import { measureCase, partsOf } from '../../src/bench/case.ts';
import type { Contender } from '../../src/bench/contender.ts';
import { type Plan, standardPlan } from '../../src/bench/plan.ts';
import { hasDisagreement, resultOf } from '../../src/bench/result.ts';
import { measureCases, startOf } from '../../src/bench/suite.ts';
import { defaultConfiguration } from '../../src/model/fields.ts';
import { fakeContender, missingContender } from './fake-contender.ts';

const configuration = { ...defaultConfiguration, p: 5, width: 8 };
const start = startOf(configuration);
const plan: Plan = { ...standardPlan, turns: 3, turnTime: 0, lateStep: null };
const measure = (contenders: readonly Contender[], changed: Partial<Plan> = {}) =>
  measureCase(start, contenders, { ...plan, ...changed });

describe('a case of the benchmark', () => {
  it('measures everyone in turns near the early step, and compares with the first', async () => {
    const [own, other] = [fakeContender('wasm'), fakeContender('jax-js')];
    const result = await measure([own, other]);
    expect(result).toMatchObject({ p: 5, width: 8, reference: 'wasm' });
    const jax = resultOf(result, 'jax-js');
    expect(jax).toMatchObject({
      early: { step: 49, stepsPerTurn: 1 },
      late: null,
      lateMissing: null,
      flatness: null,
      comparedStep: 20,
      trainLossDifference: 0,
      agrees: true,
      launchesPerStep: 8,
      bytes: 1024,
    });
    expect(jax?.early.turns).toHaveLength(3);
    expect(own.updates).toEqual(other.updates);
    expect([own.closed, other.closed]).toEqual([1, 1]);
    expect(resultOf(result, 'wasm')?.ratio).toBe(1);
    expect(hasDisagreement([result])).toBe(false);
  });

  it('finds other losses', async () => {
    const drifting = fakeContender('tfjs', (step) => (1 + 1e-3 * step) / (1 + step));
    const result = await measure([fakeContender('wasm'), drifting]);
    expect(resultOf(result, 'tfjs')).toMatchObject({ agrees: false });
    expect(resultOf(result, 'tfjs')?.testLossDifference).toBeCloseTo(0.02);
    expect(hasDisagreement([result])).toBe(true);
  });

  it('says who is not to be had, which is no disagreement', async () => {
    const result = await measure([fakeContender('wasm'), missingContender('pytorch', 'no snake')]);
    expect(result.contenders[1]).toMatchObject({
      name: 'pytorch',
      measured: false,
      reason: 'no snake',
      broke: false,
    });
    expect(hasDisagreement([result])).toBe(false);
  });

  it('goes on when somebody breaks, and counts it as a disagreement', async () => {
    const breaking = fakeContender('tfjs', (step) => {
      if (step > 30) throw new Error('lost the device.');
      return 1 / (1 + step);
    });
    const result = await measure([fakeContender('wasm'), breaking]);
    expect(result.contenders[1]).toMatchObject({
      measured: false,
      reason: 'lost the device',
      broke: true,
    });
    expect(breaking.closed).toBe(1);
    expect(hasDisagreement([result])).toBe(true);
  });

  it('trains up to the late step, beside a fresh network', async () => {
    const own = fakeContender('wasm');
    const result = await measure([own], { lateStep: 200 });
    expect(resultOf(result, 'wasm')?.late).toMatchObject({ step: 199, stepsPerTurn: 1 });
    expect(own.updates).toHaveLength(2);
    expect(own.closed).toBe(2);
  });

  it('leaves out who is too slow for the late step, with the reason', async () => {
    const result = await measure([fakeContender('wasm')], { lateStep: 1e12, lateTime: 0 });
    expect(resultOf(result, 'wasm')).toMatchObject({ late: null, flatness: null });
    expect(resultOf(result, 'wasm')?.lateMissing).toMatch(/steps would take \d+ s/);
  });
});

describe('several cases', () => {
  it('come in order, and progress only grows', async () => {
    const contenders = [fakeContender('wasm'), missingContender('jax-js', 'gone')];
    const fractions: number[] = [];
    const jobs = [0, 1].map((attentionRate) => ({
      configuration: { ...configuration, attentionRate },
      contenders,
      plan,
    }));
    const results = await measureCases(jobs, ({ fraction }) => fractions.push(fraction));
    expect(results.map(({ attention }) => attention)).toEqual([0, 1]);
    expect(fractions).toHaveLength(2 * partsOf(contenders, plan));
    expect(fractions).toEqual([...fractions].sort((left, right) => left - right));
    expect(fractions.at(-1)).toBe(1);
  });
});
