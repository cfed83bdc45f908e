import { describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';
import { runHere } from './run-here.ts';

const timeout = 120_000;
const small = ['--p', '7', '--width', '16'];
const number = expect.any(Number);

describe('the bench command', { timeout }, () => {
  it('prints one JSON document in which all agree', async () => {
    const { status, output, errors } = await runCli(
      ...['bench', '--quick', '--json', ...small, '--only', 'wasm,plain,tfjs,jax-js'],
    );
    expect(status, errors).toBe(0);
    const result = JSON.parse(output);
    const contender = (name: string) => ({
      name,
      measured: true,
      early: { median: number, lowest: number, highest: number },
      late: null,
      ratio: number,
      comparedStep: number,
      agrees: true,
    });
    expect(result).toMatchObject({
      configuration: { p: 7, width: 16 },
      backend: 'wasm',
      quick: true,
      agree: true,
      cases: [0, 1].map((attention) => ({
        p: 7,
        width: 16,
        attention,
        reference: 'wasm',
        contenders: ['wasm', 'plain', 'tfjs', 'jax-js'].map(contender),
      })),
      growth: [],
      targets: [],
      snapshots: [0, 1].map((attention) => ({ attention, evaluate: number, total: number })),
      analyses: [],
    });
    expect(errors).toMatch(/^\d+ % p = 7, attention 1: own engine .* warmed up$/m);
  });

  it('prints tables for people, for one attention rate when it is named', async () => {
    const { status, output } = await runCli(
      ...['bench', ...small, '--attention', '0.5', '--only', 'wasm,tfjs-autograd'],
      ...['--steps', '7', '--flat-steps', '60'],
    );
    expect(status).toBe(0);
    expect(output).toContain('p = 7, width 16, attention 0.5');
    expect(output).toMatch(/early +late +fresh beside it +late ÷ fresh +÷ wasm +launches/);
    expect(output).toMatch(/^ +wasm: own engine .* 1\.00 × .* agrees$/m);
    expect(output).toMatch(/^ +tfjs-autograd: .* agrees$/m);
    expect(output).toContain('The losses of all agree within 0.0001');
    expect(output).toMatch(/layers +attention +time +target/);
  });

  it.each([
    [['--only', 'wasm,abacus'], /--only knows wasm, wasm-2-threads, plain, tfjs.*not "abacus"/],
    [['--only', 'webgpu'], /--only knows .* with --backend wasm, not "webgpu"/],
    [['--backend', 'webgl'], /--backend must be wasm or webgpu/],
    [['--layers', '2'], /leave out --model, --layers and --equals/],
  ])('refuses %j', async (options, message) => {
    const { status, output, errors } = await runHere('bench', ...options);
    expect(status).toBe(2);
    expect(output).toBe('');
    expect(errors).toMatch(message);
  });
});
