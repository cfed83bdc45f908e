import { describe, expect, it } from 'vitest';
import { createPlainEngine, createWasmEngine } from '../../../src/engine/cpu/cpu-engine.ts';
import type { RunConfiguration } from '../../../src/model/configuration.ts';
import { smallConfiguration, startOf } from '../../support/networks.ts';

/**
 * Training amplifies every rounding: float64 itself, started with weights one float32 bit off, ends
 * some per cent away after 300 steps. So equality is asked for while it can be had, and company
 * after that.
 */
const early = { steps: 50, tolerance: 1e-3 };
const late = { steps: 300, tolerance: 0.05 };
const networks: readonly Partial<RunConfiguration>[] = [
  { p: 13, width: 32 },
  { p: 13, width: 32, attentionRate: 1 },
  { p: 11, width: 16, attentionRate: 0.5, activation: 'gelu' },
  { p: 7, width: 16, layers: 2, attentionRate: 1 },
  { p: 13, width: 32, model: 'linear-beta' },
];

describe.for(networks)('the losses of %o', { timeout: 120_000 }, (changes) => {
  const start = startOf(smallConfiguration(changes));
  const reference = createPlainEngine(start, 'float64').advance(late.steps);

  it.for([
    ['WebAssembly', createWasmEngine],
    ['plain TypeScript', createPlainEngine],
  ] as const)('are those of float64 with %s', async ([, create]) => {
    const engine = await create(start);
    const computed = await engine.advance(late.steps);
    engine.dispose();
    const expected = await reference;
    for (const { steps, tolerance } of [early, late]) {
      let worst = 0;
      for (const [index, { trainLoss, testLoss }] of expected.slice(0, steps).entries()) {
        const entry = computed[index];
        worst = Math.max(worst, Math.abs((entry?.trainLoss ?? 0) / trainLoss - 1));
        worst = Math.max(worst, Math.abs((entry?.testLoss ?? 0) / testLoss - 1));
      }
      expect(worst, `within ${steps} steps`).toBeLessThan(tolerance);
    }
  });
});
