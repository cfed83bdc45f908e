import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/worker/contract.ts';
import { settle } from '../fake-worker.ts';
import { snapshotOf } from '../snapshots.ts';
import { FakeRunStorage, keeperOn, keptRun } from './fake-runs.ts';

/** Steps that a change adds and drops. */
function stepsIn({ changes }: FakeRunStorage) {
  return changes.map(({ run, added, dropped }) => ({
    step: run.step,
    added: added.map(({ result }) => result.step),
    dropped,
  }));
}

describe('a run that goes on', () => {
  const moments = [0, 10, 20, 30].map((step) => snapshotOf(step));
  const [first, second, third, fourth] = moments as [Snapshot, Snapshot, Snapshot, Snapshot];

  it('is written with only its new moments, and without those that were thinned out', async () => {
    const storage = new FakeRunStorage();
    const { keeper, told } = keeperOn(storage);
    keeper.keep(keptRun('a', 10, { timeline: moments.slice(0, 2) }));
    await keeper.flush();
    keeper.keep(keptRun('a', 30, { timeline: moments.filter((moment) => moment !== second) }));
    await keeper.flush();
    expect(stepsIn(storage)).toEqual([
      { step: 10, added: [0, 10], dropped: [] },
      { step: 30, added: [20, 30], dropped: [10] },
    ]);
    expect(storage.stepsOf('a')).toEqual([0, 20, 30]);
    expect(told).toEqual([undefined, undefined]);
  });

  it('has a moment replaced that was made again', async () => {
    const storage = new FakeRunStorage();
    const { keeper } = keeperOn(storage);
    keeper.keep(keptRun('a', 10, { timeline: moments.slice(0, 2) }));
    await keeper.flush();
    const again = snapshotOf(10, { trainLoss: 0.5 });
    keeper.keep(keptRun('a', 10, { timeline: [first, again] }));
    await keeper.flush();
    expect(stepsIn(storage).at(-1)).toEqual({ step: 10, added: [10], dropped: [] });
    expect(storage.moments.get('a')?.get(10)).toBe(again);
  });

  it('is written as it is by then when a write takes long, and flush waits for that', async () => {
    const storage = new FakeRunStorage();
    const writes: (() => void)[] = [];
    storage.meet = () => new Promise((resolve) => writes.push(resolve));
    const { keeper } = keeperOn(storage);
    for (const step of [10, 20, 30]) {
      keeper.keep(keptRun('a', step, { timeline: moments.slice(0, step / 10 + 1) }));
    }
    let flushed = false;
    const flushing = keeper.flush().then(() => {
      flushed = true;
    });
    await settle();
    expect(stepsIn(storage)).toEqual([{ step: 10, added: [0, 10], dropped: [] }]);
    writes.shift()?.();
    await settle();
    expect(stepsIn(storage).at(-1)).toEqual({ step: 30, added: [20, 30], dropped: [] });
    expect(storage.changes).toHaveLength(2);
    expect(flushed).toBe(false);
    writes.shift()?.();
    await flushing;
    await keeper.flush();
    expect(storage.changes).toHaveLength(2);
  });

  it('does not have those moments written again that were read with it', async () => {
    const storage = new FakeRunStorage();
    const { keeper } = keeperOn(storage);
    const run = keptRun('a', 20, { timeline: [first, third] });
    keeper.adopt(run);
    keeper.keep({ ...run, step: 30, timeline: [third, fourth] });
    await keeper.flush();
    expect(stepsIn(storage)).toEqual([{ step: 30, added: [30], dropped: [0] }]);
  });

  it('is adopted as it was read although another one is just being written', async () => {
    const storage = new FakeRunStorage();
    const writes: (() => void)[] = [];
    storage.meet = () => new Promise((resolve) => writes.push(resolve));
    const { keeper } = keeperOn(storage);
    keeper.keep(keptRun('old', 10));
    await settle();
    const run = keptRun('a', 20, { timeline: [first, third] });
    keeper.adopt(run);
    writes.shift()?.();
    await settle();
    keeper.keep({ ...run, timeline: moments.slice(0, 1) });
    await settle();
    expect(stepsIn(storage).at(-1)).toEqual({ step: 20, added: [], dropped: [20] });
  });

  it('is not taken for another run, of which all is written', async () => {
    const storage = new FakeRunStorage();
    const { keeper } = keeperOn(storage);
    keeper.keep(keptRun('a', 10, { timeline: moments.slice(0, 2) }));
    await keeper.flush();
    keeper.keep(keptRun('b', 0, { timeline: moments.slice(0, 1) }));
    await keeper.flush();
    expect(stepsIn(storage).at(-1)).toEqual({ step: 0, added: [0], dropped: [] });
    expect(storage.stepsOf('a')).toEqual([0, 10]);
  });
});
