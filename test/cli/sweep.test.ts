import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../src/setup/command.mjs';
import { type CliOutcome, runCli } from './run-cli.ts';
import { runHere } from './run-here.ts';

const grid = ['--grid', 'attention=0,1;seed=1,2,3;steps=30', '--p', '5', '--width', '16'];
const timeout = 90_000;
let folder = '';
/** A file of its own name in every test; `all.jsonl` is the whole grid, which none of them changes. */
const path = (name: string) => join(folder, name);
let whole: CliOutcome;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sweep-'));
  whole = await runCli('sweep', ...grid, '--out', path('all.jsonl'));
}, timeout);
afterAll(() => rm(folder, { recursive: true }));

/** Runs of a table without the time they took, in the order of their settings. */
async function runsOf(name: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(path(name), 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .sort()
    .map((line) => {
      const { seconds, ...run } = JSON.parse(line);
      expect(seconds).toBeGreaterThan(0);
      return run;
    });
}

const waited = (milliseconds: number) => () =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until there is something in a file. */
const written = (file: string) => async () => {
  while (((await stat(file).catch(() => undefined))?.size ?? 0) === 0) await waited(2)();
};

describe('the sweep command', { timeout }, () => {
  it('writes one line a run with settings, results and pictures', async () => {
    const { status, output, errors } = whole;
    expect(status, errors).toBe(0);
    expect(output).toBe('');
    expect(errors).toMatch(/^6 runs; \d+ at a time\.\n1\/6 attention \d/);
    const lines = await runsOf('all.jsonl');
    expect(lines).toHaveLength(6);
    expect(lines[0]).toMatchObject({
      format: 'clock-and-pizza-run',
      version: 1,
      configuration: { p: 5, width: 16, attention: 0, seed: 1, steps: 30 },
      backend: 'wasm',
      step: 30,
      stoppedEarly: false,
      gradientSymmetricity: expect.any(Number),
      picture: { circles: expect.any(Array) },
    });
  });

  it('goes on where it was killed, also in the middle of a line', async () => {
    const [first, second] = (await readFile(path('all.jsonl'), 'utf8')).split('\n');
    await writeFile(path('killed.jsonl'), `${first}\n${second?.slice(0, 200)}`);
    const { status, errors } = await runCli('sweep', ...grid, '--out', path('killed.jsonl'));
    expect(status, errors).toBe(0);
    expect(errors).toMatch(/^6 runs, 1 already there/);
    expect(await runsOf('killed.jsonl')).toEqual(await runsOf('all.jsonl'));
    const again = await runCli('sweep', ...grid, '--out', path('killed.jsonl'));
    expect(again.errors).toMatch(/^6 runs, 6 already there/);
    expect(await runsOf('killed.jsonl')).toHaveLength(6);
  });

  it('survives being killed at any time', async () => {
    const program = ['--import', 'tsx', `${root}src/cli/main.ts`, 'sweep', ...grid];
    const out = path('survivor.jsonl');
    // Before there is a table, and as soon as something is written to it.
    for (const isTime of [waited(900), written(out)]) {
      const child = spawn(process.execPath, [...program, '--out', out], { stdio: 'ignore' });
      const closed = new Promise((resolve) => child.once('close', resolve));
      await Promise.race([isTime(), closed]);
      child.kill('SIGKILL');
      await closed;
    }
    const { status, errors } = await runCli('sweep', ...grid, '--out', out, '--workers', '1');
    expect(status, errors).toBe(0);
    expect(await runsOf('survivor.jsonl')).toEqual(await runsOf('all.jsonl'));
  });

  it('shares a grid out, also to single workers, and merges the parts', async () => {
    for (const [shard, workers] of [[], ['--workers', '1']].entries()) {
      const { errors } = await runCli(
        ...['sweep', ...grid, '--shard', `${shard}/2`, '--out', path(`${shard}.jsonl`)],
        ...workers,
      );
      expect(errors).toMatch(/^3 runs;/);
    }
    const parts = [path('0.jsonl'), path('1.jsonl'), path('0.jsonl')];
    const merged = await runCli('sweep', 'merge', ...parts, '--out', path('merged.jsonl'));
    expect(merged.status).toBe(0);
    expect(merged.errors).toBe('9 lines, 6 runs, 3 repeated.\n');
    expect(await runsOf('merged.jsonl')).toEqual(await runsOf('all.jsonl'));
  });

  it('merges tables that are packed', async () => {
    const shipped = `${root}public/sweeps/paper.runs`;
    const { status, errors } = await runCli(
      'sweep',
      'merge',
      shipped,
      '--out',
      path('shipped.jsonl'),
    );
    expect(status, errors).toBe(0);
    expect(errors).toMatch(/^(\d+) lines, \1 runs, 0 repeated\.\n$/);
    expect(await readFile(path('shipped.jsonl'), 'utf8')).toBe(
      gunzipSync(await readFile(shipped)).toString('utf8'),
    );
  });

  it('leaves alone what is no table of runs', async () => {
    await writeFile(path('notes.txt'), 'my own notes without newline');
    const { status, errors } = await runHere('sweep', ...grid, '--out', path('notes.txt'));
    expect(status).toBe(2);
    expect(errors).toMatch(/notes\.txt is not a table of runs: write to another file/);
    expect(await readFile(path('notes.txt'), 'utf8')).toBe('my own notes without newline');
    const device = await runHere('sweep', ...grid, '--out', '/dev/null');
    expect(device.errors).toMatch(/\/dev\/null is not a file/);
  });

  it('reports two results of one run', async () => {
    const lines = (await readFile(path('all.jsonl'), 'utf8')).split('\n');
    const line = `${lines.find((text) => text.includes('"seed":1,'))}\n`;
    await writeFile(path('one.jsonl'), line);
    await writeFile(path('two.jsonl'), line.replace(/"gini":[\d.]+/, '"gini":0.123'));
    const merged = await runCli(
      ...['sweep', 'merge', path('one.jsonl'), path('two.jsonl'), '--out', path('conflict.jsonl')],
    );
    expect(merged.status).toBe(1);
    expect(merged.errors).toMatch(
      /2 lines, 1 runs, 0 repeated\.\nConflict: .*p=5;width=16;(?:attention=1;)?seed=1;steps=30 differ in gini \([\d.]+, 0\.123\); the first is kept/,
    );
    expect(await runsOf('conflict.jsonl')).toEqual(await runsOf('one.jsonl'));
  });

  it('prints lines of JSON, and ends runs early when asked', async () => {
    const { status, output } = await runCli(
      ...['sweep', '--grid', 'seed=1', '--p', '7', '--width', '32', '--steps', '6000'],
      ...['--fraction', '0.99', '--stop-early', '--json'],
    );
    expect(status).toBe(0);
    const [line, ...others] = output.trimEnd().split('\n');
    expect(others).toEqual([]);
    const run = JSON.parse(line ?? '');
    expect(run).toMatchObject({ stoppedEarly: true, testAccuracy: 1 });
    expect(run.step).toBeLessThan(6000);
    expect(run.step % 500).toBe(0);
  });

  it.each<[string[], RegExp]>([
    [[], /needs --out FILE .* or --json/],
    [['--grid', 'colour=red', '--json'], /--grid: The grid knows model, p/],
    [['--grid', 'seed=1', '--shard', '3/3', '--json'], /--shard must be i\/n/],
    [['--grid', 'seed=1', '--shard', '4', '--json'], /needs the number of this part/],
    [['--grid', 'seed=1', '--workers', '0', '--json'], /--workers must be a whole number/],
    [['--json'], /needs --grid with at least one setting and its values, as in --grid "attention/],
    [['--grid', '', '--json'], /needs --grid with at least one setting/],
    [['--grid', ' ; ;', '--out', 'x'], /needs --grid with at least one setting/],
    [
      ['--grid', 'seed=1', '--out', ''],
      /^--out needs the name of a file, as in --out runs.jsonl\./,
    ],
    [['--grid', 'seed=1', '--out', 'public/sweeps/paper.runs'], /is packed with gzip: unpack it/],
    [['merge', '--out', 'x'], /Name tables and a file/],
    [['merge', 'a', '--out', ''], /^--out needs the name of a file/],
    [['merge', '/nonexistent/a', '--out', 'x'], /cannot be read: ENOENT/],
    [['merge', 'package.json', '--out', 'x'], /package.json: Line 1 is no run/],
  ])('refuses %j in one line', async (options, message) => {
    expectRefused(await runHere('sweep', ...options), message);
  });

  it('refuses a file that cannot be written in one line', async () => {
    const options = ['--grid', 'seed=1', '--out', '/nonexistent/a.jsonl'];
    expectRefused(await runCli('sweep', ...options), /cannot be written: ENOENT/);
  });
});

function expectRefused({ status, output, errors }: CliOutcome, message: RegExp): void {
  expect(errors).toMatch(message);
  expect(errors.trimEnd().split('\n')).toHaveLength(1);
  expect(output).toBe('');
  expect(status).toBe(2);
}
