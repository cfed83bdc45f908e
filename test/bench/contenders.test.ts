import { describe, expect, it } from 'vitest';
import { measureCase } from '../../src/bench/case.ts';
import { jaxContender } from '../../src/bench/contenders/jax-js.ts';
import {
  plainContender,
  twoThreadContender,
  wasmContender,
} from '../../src/bench/contenders/own.ts';
import { stockContenders } from '../../src/bench/contenders/stock.ts';
import { type Plan, standardPlan } from '../../src/bench/plan.ts';
import { resultOf } from '../../src/bench/result.ts';
import { startOf } from '../../src/bench/suite.ts';
import { processorCount } from '../../src/engine/threads/thread.ts';
import { defaultConfiguration } from '../../src/model/fields.ts';

const small = { ...defaultConfiguration, p: 5, width: 16 };
/** A few steps beyond those that are compared: jax-js takes a tenth of a second for each. */
const plan: Plan = { ...standardPlan, earlyStep: 22, turns: 2, turnTime: 0, lateStep: null };
const contenders = [
  wasmContender,
  plainContender,
  ...stockContenders('wasm', {}, 'WebAssembly'),
  jaxContender,
];

describe('everyone who trains in JavaScript', { timeout: 60_000 }, () => {
  it.each([
    { attentionRate: 0 },
    { attentionRate: 0.5, activation: 'gelu' as const },
    { attentionRate: 1, separateEmbeddings: true },
  ])('computes the same losses with %o', async (changed) => {
    const result = await measureCase(startOf({ ...small, ...changed }), contenders, plan);
    for (const { name } of contenders) {
      const measured = resultOf(result, name);
      expect(measured, name).toMatchObject({ comparedStep: 20, agrees: true });
      expect(measured?.trainLossDifference, name).toBeLessThan(1e-4);
    }
    expect(resultOf(result, 'jax-js')?.launchesPerStep).toBeGreaterThan(20);
    expect(resultOf(result, 'tfjs')?.bytes).toBeGreaterThan(0);
    expect(resultOf(result, 'wasm')?.launchesPerStep).toBeNull();
  });

  it('computes the same losses on two threads, where they are of use', async () => {
    const field = [wasmContender, twoThreadContender];
    const large = await measureCase(startOf({ ...small, p: 31, width: 32 }), field, plan);
    const measured = resultOf(large, 'wasm-2-threads');
    if (processorCount() < 2) expect(measured).toBeUndefined();
    else expect(measured).toMatchObject({ agrees: true, trainLossDifference: 0 });
    const tiny = await measureCase(startOf(small), field, plan);
    expect(tiny.contenders[1]).toMatchObject({ measured: false, broke: false });
  });
});
