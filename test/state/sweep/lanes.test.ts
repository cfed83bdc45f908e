import { describe, expect, it } from 'vitest';
import { gridRuns, parseGrid, runKey } from '../../../src/model/sweep-grid.ts';
import { SweepLanes } from '../../../src/state/sweep/lanes.ts';
import { SweepQueue } from '../../../src/state/sweep/queue.ts';
import type { Reply } from '../../../src/worker/inspection-contract.ts';
import type { SweepPlace } from '../../../src/worker/sweep-contract.ts';
import { smallConfiguration } from '../../support/networks.ts';
import { settle } from '../fake-worker.ts';
import { FakeSweepWorker, processorPlace } from './fake-sweep.ts';

const ready: Reply<SweepPlace> = { ok: true, value: processorPlace };
const example = smallConfiguration();

/** Lanes over runs with the seeds 1 to `count`. @param places what each worker's preparation gives */
function lanesOver(count: number, places: readonly (Reply<SweepPlace> | undefined)[] = []) {
  const workers: FakeSweepWorker[] = [];
  const told: string[] = [];
  const runs = gridRuns(parseGrid(`seed=1:${count}:1;p=5;width=16`));
  const seedOf = (key: string) => runs.find((run) => runKey(run) === key)?.seed;
  const lanes = new SweepLanes(
    (onCrash) => {
      const number = workers.length;
      const place = () =>
        (number in places ? places[number] : ready) ?? new Promise<never>(() => undefined);
      const worker = new FakeSweepWorker(place, onCrash);
      workers.push(worker);
      return worker;
    },
    new SweepQueue(runs, new Set()),
    false,
    {
      onPlace: ({ backend }) => told.push(`place ${backend}`),
      onProgress: (key, step) => told.push(`${seedOf(key)} at ${step}`),
      onRun: (_line, key) => told.push(`${seedOf(key)} ended`),
      onEnd: (problem) => told.push(problem ?? 'all ended'),
    },
  );
  return { lanes, workers, told };
}

describe('the lanes of a sweep', () => {
  it('train on as many workers as are of use', async () => {
    const { lanes, workers, told } = lanesOver(3);
    await lanes.start('auto', example, 8);
    await settle();
    expect(workers.map(({ calls }) => calls)).toEqual([
      ['prepare auto', 'train 1 runs'],
      ['prepare wasm', 'train 1 runs'],
      ['prepare wasm', 'train 1 runs'],
    ]);
    for (const worker of workers) await worker.finish();
    expect(told).toEqual(['place wasm', '1 ended', '3 ended', '2 ended', 'all ended']);
    for (const { calls } of workers) expect(calls.at(-1)).toBe('terminate');
  });

  it('take the next run when one has ended', async () => {
    const { lanes, workers, told } = lanesOver(5);
    await lanes.start('wasm', example, 2);
    await settle();
    expect(workers).toHaveLength(2);
    for (let count = 0; count < 4; count++) await workers[0]?.finish();
    expect(told.filter((text) => text.endsWith('ended'))).toHaveLength(4);
    expect(told).not.toContain('all ended');
    await workers[1]?.finish();
    expect(told.at(-1)).toBe('all ended');
  });

  it('are one on a GPU, with many networks in it', async () => {
    const place = { ...processorPlace, backend: 'webgpu', together: 8 } as const;
    const { lanes, workers, told } = lanesOver(11, [{ ok: true, value: place }]);
    await lanes.start('auto', example, 8);
    expect(workers).toHaveLength(1);
    const { batch } = workers[0] as FakeSweepWorker;
    expect(batch?.runs).toHaveLength(8);
    workers[0]?.progress(50);
    expect(told.filter((text) => text.endsWith('at 50'))).toHaveLength(8);
    // One that has ended is not told of any more.
    const [first] = batch?.runs ?? [];
    if (first === undefined) return expect.fail('There is one.');
    batch?.listener.onRun('line', runKey(first));
    workers[0]?.progress(100);
    expect(told.filter((text) => text.endsWith('at 100'))).toHaveLength(7);
    await workers[0]?.finish();
    expect(workers[0]?.batch?.runs).toHaveLength(3);
  });

  it('all end when one fails, and nothing is told afterwards', async () => {
    const { lanes, workers, told } = lanesOver(5);
    await lanes.start('auto', example, 2);
    await settle();
    await workers[1]?.fail('This network does not fit.');
    expect(told).toEqual(['place wasm', 'This network does not fit.']);
    for (const { calls } of workers) expect(calls.at(-1)).toBe('terminate');
    workers[0]?.progress(50);
    await workers[0]?.finish();
    workers[0]?.crash('It crashed.');
    expect(told).toHaveLength(2);
    expect(workers).toHaveLength(2);
  });

  it('end when a worker crashes, also while it is prepared', async () => {
    const later = lanesOver(5, [ready, undefined]);
    await later.lanes.start('auto', example, 2);
    later.workers[1]?.crash('It crashed.');
    expect(later.told).toEqual(['place wasm', 'It crashed.']);
    const first = lanesOver(5, [undefined]);
    void first.lanes.start('auto', example, 2);
    first.workers[0]?.crash('It could not be loaded.');
    expect(first.told).toEqual(['It could not be loaded.']);
  });

  it('end when there is nowhere to train', async () => {
    const nowhere = { ok: false, message: 'This browser cannot train.' } as const;
    const first = lanesOver(5, [nowhere]);
    await first.lanes.start('auto', example, 2);
    expect(first.told).toEqual(['This browser cannot train.']);
    const second = lanesOver(5, [ready, nowhere]);
    await second.lanes.start('auto', example, 2);
    await settle();
    expect(second.told).toEqual(['place wasm', 'This browser cannot train.']);
  });

  it('are held together, those that join later too', async () => {
    let answer: (place: Reply<SweepPlace>) => void = () => undefined;
    const { lanes, workers } = lanesOver(5, [
      new Promise<Reply<SweepPlace>>((resolve) => {
        answer = resolve;
      }) as never,
    ]);
    const starting = lanes.start('auto', example, 2);
    lanes.hold(true);
    answer(ready);
    await starting;
    await settle();
    expect(workers.map(({ calls }) => calls)).toEqual([
      ['prepare auto', 'hold', 'train 1 runs'],
      ['hold', 'prepare wasm', 'train 1 runs'],
    ]);
    lanes.hold(false);
    for (const { calls } of workers) expect(calls.at(-1)).toBe('go on');
    lanes.end();
    lanes.hold(true);
    for (const { calls } of workers) expect(calls.at(-1)).toBe('terminate');
  });

  it('that are ended while they start do not begin', async () => {
    const { lanes, workers, told } = lanesOver(2);
    const starting = lanes.start('auto', example, 2);
    lanes.end();
    await starting;
    expect(workers.map(({ calls }) => calls)).toEqual([['prepare auto', 'terminate']]);
    expect(told).toEqual([]);
  });
});
