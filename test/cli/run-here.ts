/**
 * Runs commands without a process of their own: starting one takes longer than most of them. What
 * only a process can show, its status and its one line about any error, `run-cli.ts` asks of a real
 * one, once for each kind.
 */
import { vi } from 'vitest';
import { UsageError } from '../../src/cli/arguments.ts';
import type { CliOutcome } from './run-cli.ts';

/** The functions `main.ts` calls, by the names of their commands. */
const commands = {
  train: async () => (await import('../../src/cli/train.ts')).train,
  analyze: async () => (await import('../../src/cli/analyze.ts')).analyze,
  sweep: async () => (await import('../../src/cli/sweep.ts')).sweep,
  bench: async () => (await import('../../src/cli/bench.ts')).bench,
};

/**
 * Runs one command in this process.
 *
 * @returns what a shell would see: bad input is status 2, with its sentence at the end of the errors
 * @throws Error for any other failure
 */
export async function runHere(
  command: keyof typeof commands,
  ...options: readonly string[]
): Promise<CliOutcome> {
  const run = await commands[command]();
  const output = collect(process.stdout);
  const errors = collect(process.stderr);
  try {
    await run(options);
    return { status: Number(process.exitCode ?? 0), output: output.text, errors: errors.text };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { status: 2, output: output.text, errors: `${errors.text}${error.message}\n` };
  } finally {
    process.exitCode = undefined;
    output.end();
    errors.end();
  }
}

/** Keeps what is written to a stream, instead of writing it. */
function collect(stream: NodeJS.WriteStream): { readonly text: string; end(): void } {
  let text = '';
  const write = vi.spyOn(stream, 'write').mockImplementation((part) => {
    text += part;
    return true;
  });
  return {
    get text() {
      return text;
    },
    end: () => write.mockRestore(),
  };
}
