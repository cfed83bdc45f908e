import { describe, expect, it } from 'vitest';
import { median } from '../../src/cli/bench/median.ts';
import { targetOf } from '../../src/cli/bench/targets.ts';
import { defaultConfiguration } from '../../src/model/fields.ts';
import { runCli } from './run-cli.ts';

const timeout = 60_000;
const small = ['--p', '7', '--width', '16', '--steps', '4', '--flat-steps', '20'];

const stepCost = (turns: number) => ({
  millisecondsPerStep: expect.any(Number),
  turns: Array.from({ length: turns }, () => expect.any(Number)),
  kernelsPerStep: expect.any(Number),
});

describe('the bench command', { timeout }, () => {
  it('prints one JSON document in which both ways to train agree', async () => {
    const { status, output, errors } = await runCli('bench', ...small, '--json');
    expect(status, errors).toBe(0);
    const result = JSON.parse(output);
    expect(result).toMatchObject({
      configuration: { p: 7, width: 16 },
      backend: 'wasm',
      comparisons: [0, 1].map((attention) => ({
        attention,
        stock: stepCost(4),
        autograd: stepCost(4),
        ratio: expect.any(Number),
        lossesAgree: true,
        target: null,
      })),
      flatness: { steps: 20, windowSteps: 10, windows: [expect.any(Number), expect.any(Number)] },
      snapshots: [0, 1].map((attention) => ({
        attention,
        evaluate: expect.any(Number),
        readParameters: expect.any(Number),
        measures: expect.any(Number),
        total: expect.any(Number),
        symmetricity: expect.any(Number),
        symmetricityShare: expect.any(Number),
      })),
      analyses: [
        { layers: 1, attention: 0, seconds: expect.any(Number), targetSeconds: null },
        { layers: 1, attention: 1, seconds: expect.any(Number), targetSeconds: null },
        { layers: 4, attention: 1, seconds: expect.any(Number), targetSeconds: null },
      ],
    });
    for (const { lossDifference, stock, autograd } of result.comparisons) {
      expect(lossDifference).toBeLessThan(1e-4);
      expect(stock.kernelsPerStep).toBeGreaterThan(0);
      expect(autograd.kernelsPerStep).toBeGreaterThan(0);
    }
    expect(errors).toContain('comparing gradients, attention 1');
  });

  it('prints tables for people, for one attention rate when it is named', async () => {
    const { status, output } = await runCli('bench', ...small, '--attention', '0.5');
    expect(status).toBe(0);
    expect(output).toContain('p = 7, width 16');
    expect(output).toMatch(
      /attention +by hand +automatic +ratio +kernels +loss difference +target/,
    );
    expect(output).toMatch(/^ +0\.5 .* ms .* × .* none$/m);
    expect(output).toContain('After 20 steps the losses of both agree within 0.0001');
    expect(output).toContain('last window ÷ first window');
    expect(output).toMatch(/layers +attention +time +target/);
  });
});

describe('targets of the benchmark', () => {
  it('exist for the paper’s size on WebAssembly', () => {
    const at = (attentionRate: number) => ({ ...defaultConfiguration, attentionRate });
    expect(targetOf(at(0), 'wasm')).toEqual({
      referenceMilliseconds: 40,
      allowedMilliseconds: 48,
    });
    expect(targetOf(at(1), 'wasm')?.allowedMilliseconds).toBeCloseTo(122.4);
    expect(targetOf(at(0.5), 'wasm')).toBeUndefined();
    expect(targetOf(at(0), 'cpu')).toBeUndefined();
    expect(targetOf({ ...at(0), width: 64 }, 'wasm')).toBeUndefined();
  });
});

describe('the median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 2, 100], 3],
    [[], Number.NaN],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});
