/** Runs the command line in a process of its own, as a shell would. */
import { spawn } from 'node:child_process';
import { root } from '../../src/setup/command.mjs';

/** What a shell sees of a command. */
export interface CliOutcome {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

/** `npm run cli -- …` without npm. */
export function runCli(...options: readonly string[]): Promise<CliOutcome> {
  return new Promise((resolve, reject) => {
    const program = ['--import', 'tsx', `${root}src/cli/main.ts`, ...options];
    const child = spawn(process.execPath, program, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.once('error', reject);
    child.once('close', (status) => resolve({ status: status ?? 1, output, errors }));
  });
}
