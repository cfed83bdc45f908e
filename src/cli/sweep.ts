/** `sweep`: many runs on all processors, one line each; `sweep merge` puts tables together. */
import { engineBatch } from '../engine/engine-batch.ts';
import { EngineThread } from '../engine/threads/engine-thread.ts';
import { processorCount } from '../engine/threads/thread.ts';
import { type RunRecord, writeRunLine } from '../formats/run-line.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import { createDataset } from '../model/dataset.ts';
import { initialParameters } from '../model/parameters.ts';
import { GridError, gridRuns, parseGrid, runKey } from '../model/sweep-grid.ts';
import { trainRuns } from '../runs/train-runs.ts';
import { parseOptions, UsageError, wholeNumber } from './arguments.ts';
import { merge } from './sweep/merge.ts';
import { sweepProgress } from './sweep/progress.ts';
import { openRunFile, outOption } from './sweep/run-file.ts';
import { shardOf, shardOption } from './sweep/shard.ts';

/** More threads than this are never of use. */
const mostWorkers = 256;

/**
 * Trains the runs of a grid that are not in the table yet.
 *
 * @throws UsageError for options that make no sense
 */
export async function sweep(options: readonly string[]): Promise<void> {
  if (options[0] === 'merge') return merge(options.slice(1));
  const { configuration, extras } = parseOptions(options, {
    grid: 'text',
    out: 'text',
    shard: 'text',
    workers: 'text',
    'stop-early': 'flag',
    json: 'flag',
  });
  const out = outOption(extras.out);
  const json = extras.json === true;
  if (out === undefined && !json) {
    throw new UsageError('A sweep needs --out FILE for its lines, or --json to print them.');
  }
  const workers =
    extras.workers === undefined
      ? processorCount()
      : Math.min(mostWorkers, wholeNumber('workers', extras.workers, 1));
  const shard = shardOption(extras.shard, process.env);
  const runs = shardOf(runsOf(String(extras.grid ?? ''), configuration), shard);
  const file = out === undefined ? undefined : await openRunFile(out);
  const done = new Set(file?.runs.map((run) => runKey(run.configuration)));
  const left = runs.filter((run) => !done.has(runKey(run)));
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const progress = sweepProgress(runs.length, left.length, workers, say);
  const keep = async (run: RunRecord) => {
    await file?.add(run);
    if (json) process.stdout.write(`${writeRunLine(run)}\n`);
    progress(run);
  };
  await trainAll(left, workers, extras['stop-early'] === true, keep);
  await file?.close();
}

/** Trains runs on threads, each of which takes the next run when it is done with one. */
async function trainAll(
  runs: readonly RunConfiguration[],
  workers: number,
  stopsEarly: boolean,
  keep: (run: RunRecord) => Promise<void>,
): Promise<void> {
  const queue = [...runs];
  // Lines are written one after the other.
  let writing: Promise<void> = Promise.resolve();
  const work = async () => {
    const thread = new EngineThread();
    try {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const engine = await thread.create('wasm', {
          configuration: next,
          dataset: createDataset(next),
          parameters: initialParameters(next),
        });
        const batch = engineBatch([engine], 'in turns', () => engine.dispose());
        await trainRuns(batch, [next], { stopsEarly }, (run) => {
          writing = writing.then(() => keep(run));
          return writing;
        });
        batch.dispose();
      }
    } finally {
      thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, runs.length) }, work));
}

/** @throws UsageError, also for a grid of nothing: a run that nobody asked for may take hours */
function runsOf(grid: string, fallback: RunConfiguration): readonly RunConfiguration[] {
  try {
    const axes = parseGrid(grid);
    if (axes.length > 0) return gridRuns(axes, fallback);
    throw new UsageError(
      'A sweep needs --grid with at least one setting and its values, as in --grid "attention=0:1:0.1;seed=1,2,3".',
    );
  } catch (error) {
    if (error instanceof GridError) throw new UsageError(`--grid: ${error.message}`);
    throw error;
  }
}
