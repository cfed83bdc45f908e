import { describe, expect, it } from 'vitest';
import { type KeepProblem, RunKeeper } from '../../../src/state/autosave/keeper.ts';
import type { Snapshot } from '../../../src/worker/contract.ts';
import { settle } from '../fake-worker.ts';
import { snapshotOf } from '../snapshots.ts';
import { FakeRunStorage, keptRun, noRoom, notAllowed } from './fake-runs.ts';

/** A keeper with what it told, and how often it asked for room. */
function keeperOn(storage: FakeRunStorage, makeRoom: () => Promise<boolean> = async () => false) {
  const told: (KeepProblem | undefined)[] = [];
  const askedFor: string[] = [];
  const keeper = new RunKeeper(
    storage,
    (problem) => told.push(problem),
    (id) => {
      askedFor.push(id);
      return makeRoom();
    },
  );
  return { keeper, told, askedFor };
}

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

describe('a disk that is full', () => {
  it('first costs other runs their place', async () => {
    const storage = new FakeRunStorage();
    let isFull = true;
    storage.meet = () => {
      if (isFull) throw noRoom();
    };
    const { keeper, told, askedFor } = keeperOn(storage, async () => {
      isFull = false;
      return true;
    });
    keeper.keep(keptRun('a', 10));
    await keeper.flush();
    expect(askedFor).toEqual(['a']);
    expect(storage.stepsOf('a')).toEqual([0, 10]);
    expect(told).toEqual([undefined]);
  });

  it.each(['nothing to forget', 'too little to forget', 'a refusal'])(
    'then costs the run its moments for good: %s',
    async (room) => {
      const storage = new FakeRunStorage();
      const { keeper, told } = keeperOn(storage, async () => {
        if (room === 'a refusal') throw notAllowed();
        return room === 'too little to forget';
      });
      keeper.keep(keptRun('a', 10));
      await keeper.flush();
      storage.meet = (_call, change) => {
        if ((change?.added.length ?? 0) > 0) throw noRoom();
      };
      keeper.keep(keptRun('a', 20));
      await keeper.flush();
      expect(storage.headers.get('a')?.step).toBe(20);
      expect(storage.stepsOf('a')).toEqual([]);
      storage.meet = () => undefined;
      keeper.keep(keptRun('a', 30));
      await keeper.flush();
      expect(storage.stepsOf('a')).toEqual([]);
      expect(told).toEqual([undefined, undefined, undefined]);
      // The next run may be smaller.
      keeper.keep(keptRun('b', 10));
      await keeper.flush();
      expect(storage.stepsOf('b')).toEqual([0, 10]);
    },
  );

  it('is said when not even the weights find room, each time', async () => {
    const storage = new FakeRunStorage();
    storage.meet = () => {
      throw noRoom();
    };
    const { keeper, told } = keeperOn(storage, async () => true);
    keeper.keep(keptRun('a', 10));
    await keeper.flush();
    expect(storage.changes.map(({ added }) => added.length)).toEqual([2, 2, 0]);
    expect(told).toEqual(['full']);
    storage.meet = () => undefined;
    keeper.keep(keptRun('a', 20));
    await keeper.flush();
    expect(told).toEqual(['full', undefined]);
  });
});

describe('a browser that lets nothing be stored', () => {
  it.each([notAllowed(), new Error('It does not answer.'), 'odd', undefined])(
    'is said, and no room is made for it: %s',
    async (error) => {
      const storage = new FakeRunStorage();
      storage.meet = () => {
        throw error;
      };
      const { keeper, told, askedFor } = keeperOn(storage);
      keeper.keep(keptRun('a', 10));
      await keeper.flush();
      expect(storage.changes).toHaveLength(1);
      expect(askedFor).toEqual([]);
      expect(told).toEqual(['unavailable']);
    },
  );

  it('is told from a full disk when it shows only once there is room', async () => {
    const storage = new FakeRunStorage();
    const errors = [noRoom(), notAllowed()];
    storage.meet = () => {
      throw errors.shift();
    };
    const { keeper, told } = keeperOn(storage, async () => true);
    keeper.keep(keptRun('a', 10));
    await keeper.flush();
    expect(told).toEqual(['unavailable']);
  });
});
