import { describe, expect, it } from 'vitest';
import { FakeRunStorage, keeperOn, keptRun, noRoom, notAllowed } from './fake-runs.ts';

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
