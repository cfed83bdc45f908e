import { describe, expect, it } from 'vitest';
import { type CliOutcome, runCli } from './run-cli.ts';
import { runHere } from './run-here.ts';

/** Two processes may start at once on a busy machine. */
const timeout = 60_000;

describe('bad input on the command line', { timeout }, () => {
  it.each<[problem: string, options: string[], sentence: RegExp]>([
    ['an unknown command', ['nonsense'], /no command "nonsense".*train/],
    ['a property every object has', ['constructor'], /no command "constructor"/],
    ['an unknown option', ['train', '--colour', 'red'], /--colour.*--attention/],
    ['a value with a line break', ['train', '--seed', '1\n2'], /--seed must be/],
    ['a network the benchmark cannot compare', ['bench', '--layers', '2'], /one layer/],
  ])('%s: one line, status 2', async (_problem, options, sentence) => {
    expectRefused(await runCli(...options), sentence);
  });

  it.each<[problem: string, command: 'train' | 'bench', options: string[], sentence: RegExp]>([
    ['a value out of range', 'train', ['--p', '1'], /--p must be a whole number from 2 to 127/],
    ['an unknown preset', 'train', ['--preset', 'pasta'], /--preset must be one of pizza.*"pasta"/],
    ['an unknown backend', 'train', ['--backend', 'abacus'], /--backend must be one of .*wasm/],
    ['a third thread', 'train', ['--threads', '3'], /--threads must be 1 or 2/],
    ['a benchmark without steps', 'bench', ['--flat-steps', '0'], /--flat-steps must be/],
  ])(
    '%s: one line, status 2, from the command itself',
    async (_problem, command, options, sentence) => {
      expectRefused(await runHere(command, ...options), sentence);
    },
  );

  it.each([[[]], [['--help']]])('prints the usage for %j', async (options) => {
    const { status, output, errors } = await runCli(...options);
    expect(output).toMatch(/^Usage: npm run cli -- <train\|analyze\|recordings\|sweep\|bench/);
    expect(errors).toBe('');
    expect(status).toBe(0);
  });
});

function expectRefused({ status, output, errors }: CliOutcome, sentence: RegExp): void {
  expect(errors).toMatch(sentence);
  expect(errors.trimEnd().split('\n')).toHaveLength(1);
  expect(errors).not.toMatch(/\bat .*:\d+/);
  expect(output).toBe('');
  expect(status).toBe(2);
}
