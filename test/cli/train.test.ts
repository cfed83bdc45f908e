import { beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

const small = ['--p', '11', '--width', '16', '--steps', '40', '--every', '20'];
const timeout = 60_000;

/** Names promised to scripts (README, "Results"). */
const resultKeys = [
  'step',
  'trainLoss',
  'testLoss',
  'trainAccuracy',
  'testAccuracy',
  'gradientSymmetricity',
  'gradientSymmetricityTriples',
  'distanceIrrelevance',
  'distanceIrrelevanceWrongLogit',
  'circularity',
  'parameterNorm',
  'frequencies',
  'effectiveCircles',
  'gini',
  'verdict',
  'verdictReason',
];

async function trainJson(...options: string[]) {
  const { status, output, errors } = await runCli('train', ...small, '--json', ...options);
  expect(status, errors).toBe(0);
  return { result: JSON.parse(output), output, errors };
}

describe('the train command', { timeout }, () => {
  const settings = ['--seed', '3', '--attention', '0.5'];
  let first: Awaited<ReturnType<typeof trainJson>>;
  beforeAll(async () => {
    first = await trainJson(...settings);
  }, timeout);

  it('prints one JSON document and its progress apart from it', () => {
    const { result, output, errors } = first;
    expect(output.trimEnd().split('\n')).toHaveLength(1);
    expect(Object.keys(result)).toEqual(expect.arrayContaining(resultKeys));
    expect(result.step).toBe(40);
    expect(result.backend).toBe('wasm');
    expect(result.configuration).toMatchObject({ p: 11, width: 16, seed: 3, attentionRate: 0.5 });
    expect(result.frequencies).toHaveLength(5);
    expect(result.frequencies[0]).toMatchObject({
      k: 1,
      powerFraction: expect.any(Number),
      axisRatio: expect.any(Number),
    });
    expect(result.history.map(({ step }: { step: number }) => step)).toEqual([0, 20, 40]);
    expect(result.trainLoss).toBeLessThan(result.history[0].trainLoss);
    expect(errors.trimEnd().split('\n')).toHaveLength(3);
    expect(errors).toMatch(/^step 0 .*\nstep 20 .*\nstep 40 /);
  });

  it('repeats a run exactly, and makes another one of another seed', async () => {
    const withoutTime = ({ result: { seconds, ...rest } }: typeof first) => {
      expect(seconds).toBeGreaterThan(0);
      return rest;
    };
    expect(withoutTime(await trainJson(...settings))).toEqual(withoutTime(first));
    const other = await trainJson(...settings, '--seed', '6');
    expect(other.result.trainLoss).not.toBe(first.result.trainLoss);
  });

  it('prints the verdict for people', async () => {
    const { status, output } = await runCli('train', ...small, '--steps', '1');
    expect(output).toMatch(/^learning: It answers \d+ % of the pairs it never saw/);
    expect(status).toBe(0);
  });

  it('says in one sentence that training diverged, with status 1', async () => {
    const { status, output, errors } = await runCli(
      ...['train', ...small, '--lr', '1', '--decay', '10', '--steps', '300', '--json'],
    );
    expect(status).toBe(1);
    expect(output).toBe('');
    expect(errors.trimEnd().split('\n').at(-1)).toMatch(
      /^Training diverged at step \d+: the loss is no longer a number\. Try a smaller --lr\.$/,
    );
    expect(errors).not.toMatch(/\bat .*:\d+:\d+/);
  });
});
