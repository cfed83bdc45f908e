/** Command line: `npm run cli -- <command> …`. Results on standard output, progress on standard error. */
import { explainFailure } from '../engine/failure.ts';
import '../messages/in-node.ts';
import { UsageError } from './arguments.ts';

const commands: Readonly<
  Record<string, () => Promise<(options: readonly string[]) => Promise<void>>>
> = {
  train: async () => (await import('./train.ts')).train,
  analyze: async () => (await import('./analyze.ts')).analyze,
  recordings: async () => (await import('./recordings.ts')).recordings,
  sweep: async () => (await import('./sweep.ts')).sweep,
  bench: async () => (await import('./bench.ts')).bench,
};

const usage = `Usage: npm run cli -- <${Object.keys(commands).join('|')}> [options]`;

async function main(): Promise<void> {
  const [name, ...options] = process.argv.slice(2);
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) throw new UsageError(`There is no command "${name}". ${usage}`);
  const command = await load();
  await command(options);
}

main().then(
  () => exit(process.exitCode ?? 0),
  (error: unknown) => {
    const message =
      error instanceof UsageError ? error.message : explainFailure(error, 'The command');
    process.stderr.write(`${message.replace(/\s*\n\s*/g, ' ')}\n`);
    exit(error instanceof UsageError ? 2 : 1);
  },
);

/** Ends the process, which an open GPU device would keep alive, once everything is written. */
function exit(status: number | string): void {
  process.stdout.write('', () => process.exit(status));
}

// A reader that has seen enough is no failure; a full disk is one.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code !== 'EPIPE') process.stderr.write(`The result cannot be written (${code}).\n`);
  process.exit(code === 'EPIPE' ? 0 : 1);
});
