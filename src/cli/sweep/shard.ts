/** Which part of a grid this process trains. */
import { UsageError } from '../arguments.ts';

/** Part `index` of `count`, counted from 0. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Where schedulers of clusters say which of their tasks this is, counted from 0. */
const taskNumbers = ['SLURM_ARRAY_TASK_ID', 'JOB_COMPLETION_INDEX'];

/**
 * Reads `--shard i/n`, or `--shard n` with i from the scheduler.
 *
 * @throws UsageError
 */
export function shardOption(
  given: string | boolean | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Shard {
  if (given === undefined) return { index: 0, count: 1 };
  const text = String(given);
  const [first = '', ...rest] = text.split('/');
  if (rest.length > 0) return checked(text, first, rest.join('/'));
  const name = taskNumbers.find((candidate) => environment[candidate] !== undefined);
  if (name === undefined) {
    throw new UsageError(
      `--shard ${text} needs the number of this part: write --shard i/${text} with i from 0, or set ${taskNumbers.join(' or ')}.`,
    );
  }
  return checked(`${environment[name]}/${text}`, environment[name] as string, text);
}

/** The runs of a shard: every n-th one, so that all shards get cheap and dear ones alike. */
export function shardOf<Run>(runs: readonly Run[], { index, count }: Shard): readonly Run[] {
  return runs.filter((_run, place) => place % count === index);
}

function checked(text: string, first: string, second: string): Shard {
  const [index, count] = [first, second].map((part) =>
    /^\d{1,6}$/.test(part) ? Number(part) : -1,
  );
  if (index === undefined || count === undefined || count < 1 || index < 0 || index >= count) {
    throw new UsageError(
      `--shard must be i/n with i from 0 to n − 1, as in 0/4, not "${text.slice(0, 40)}".`,
    );
  }
  return { index, count };
}
