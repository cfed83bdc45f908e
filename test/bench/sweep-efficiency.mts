/**
 * How much two processes gain over one on two processors: the same runs by one process, then by two
 * at once with half of them each, in turns. Run it on an idle machine:
 *
 *     npx tsx test/bench/sweep-efficiency.mts [rounds]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const grid = 'attention=0,1;seed=1,2,3;steps=150';
const rounds = Number(process.argv[2] ?? 3);

/** Trains a part of the grid in a process of its own. */
async function train(shard: string): Promise<void> {
  const options = ['sweep', '--grid', grid, '--shard', shard, '--workers', '1', '--json'];
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...options], { stdio: 'ignore' });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`The sweep ended with status ${status}.`);
}

/** Seconds of some work. */
async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] as number;
}

const alone: number[] = [];
const together: number[] = [];
await train('0/6');
for (let round = 0; round < rounds; round++) {
  alone.push(await seconds(() => train('0/1')));
  together.push(await seconds(() => Promise.all([train('0/2'), train('1/2')])));
}
const efficiency = alone.map((time, round) => time / (2 * (together[round] as number)));
console.log(
  `one process ${median(alone).toFixed(1)} s, two ${median(together).toFixed(1)} s: efficiency ${median(efficiency).toFixed(2)} (${Math.min(...efficiency).toFixed(2)} to ${Math.max(...efficiency).toFixed(2)})`,
);
