import { describe, expect, it } from 'vitest';
import { readRunLine } from '../../../src/formats/run-line.ts';
import { settle } from '../fake-worker.ts';
import { createTestSweep, MemoryStorage, processorPlace, SharedLock } from './fake-sweep.ts';

/** Runs with these seeds. */
const planOf = (seeds: string, stopsEarly = true) => ({
  grid: `p=5;width=16;seed=${seeds};steps=100`,
  stopsEarly,
});
const five = planOf('1,2,3,4,5');
const seedsOf = (lines: string) =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => readRunLine(line).configuration.seed)
    .sort();

describe('a sweep', () => {
  it('trains all runs of its plan, keeps them and shows them', async () => {
    const page = createTestSweep();
    const phases: string[] = [];
    page.sweep.state.subscribe(({ phase }) => {
      if (phase !== phases.at(-1)) phases.push(phase);
    });
    await page.sweep.start(five, 'auto');
    expect(page.state()).toMatchObject({ plan: five, total: 5, finished: 0, share: 0 });
    expect(page.state().place).toEqual(processorPlace);
    await settle();
    expect(page.busy()).toHaveLength(2);
    expect(page.workers[0]?.calls).toEqual(['prepare auto', 'train 1 runs, early']);
    page.time.now = 1000;
    page.busy()[0]?.progress(0);
    page.time.now = 5000;
    page.busy()[0]?.progress(50);
    expect(page.state().share).toBeCloseTo(0.1);
    expect(page.state().secondsLeft).toBeCloseTo((4 * 450) / 50);
    await page.train(2);
    expect(page.state()).toMatchObject({ phase: 'running', finished: 2, share: 0.4 });
    expect(page.shown()).toHaveLength(2);
    await page.train();
    expect(phases).toEqual(['starting', 'running', 'done']);
    expect(page.state()).toMatchObject({ finished: 5, share: 1, secondsLeft: undefined });
    expect(page.shown()).toEqual([1, 2, 3, 4, 5]);
    expect(page.storage.plan).toEqual(five);
    expect(seedsOf([...page.storage.lines.values()].join('\n'))).toEqual([1, 2, 3, 4, 5]);
    expect(seedsOf(page.sweep.lines())).toEqual([1, 2, 3, 4, 5]);
    expect(page.sweep.lines()).toMatch(/\n$/);
    expect(page.lock.held).toBe(false);
    expect(page.busy()).toEqual([]);
  });

  it('is not started with a plan that makes no sense', async () => {
    const page = createTestSweep();
    await page.sweep.start({ grid: 'seed=', stopsEarly: false }, 'auto');
    expect(page.state()).toMatchObject({
      phase: 'idle',
      problem: expect.stringMatching(/^seed needs values/),
    });
    expect(page.workers).toHaveLength(0);
  });

  it('pauses and goes on where it was', async () => {
    const page = createTestSweep();
    await page.sweep.start(five, 'auto');
    await settle();
    page.busy()[0]?.progress(0);
    page.time.now = 4000;
    page.busy()[0]?.progress(50);
    page.sweep.pause();
    expect(page.state()).toMatchObject({ phase: 'paused', secondsLeft: undefined });
    // The steps under way end later.
    page.busy()[0]?.progress(60);
    expect(page.state().secondsLeft).toBeUndefined();
    page.time.now = 100_000;
    await page.sweep.resume('auto');
    expect(page.state().phase).toBe('running');
    page.time.now = 102_000;
    page.busy()[0]?.progress(90);
    expect(page.state().secondsLeft).toBeCloseTo((6 * 410) / 90);
    expect(page.workers).toHaveLength(2);
    for (const { calls } of page.workers) expect(calls.slice(-2)).toEqual(['hold', 'go on']);
    await page.train();
    expect(page.state().phase).toBe('done');
  });

  it('that is paused while its last run ends is done', async () => {
    const page = createTestSweep({ processors: 1 });
    await page.sweep.start(planOf('1'), 'auto');
    const ending = page.busy()[0]?.finish();
    page.sweep.pause();
    await ending;
    expect(page.state()).toMatchObject({ phase: 'done', finished: 1 });
    expect(page.lock.held).toBe(false);
  });

  it('that is paused while it starts stays paused', async () => {
    let answer: () => void = () => undefined;
    const page = createTestSweep({
      place: () =>
        new Promise((resolve) => {
          answer = () => resolve({ ok: true, value: processorPlace });
        }),
    });
    const starting = page.sweep.start(five, 'auto');
    await settle();
    page.sweep.pause();
    answer();
    await starting;
    expect(page.state()).toMatchObject({ phase: 'paused', place: processorPlace });
    await page.sweep.resume('auto');
    expect(page.state().phase).toBe('running');
  });

  it('asks nothing of anybody when there is nothing to pause or to go on with', async () => {
    const page = createTestSweep();
    page.sweep.pause();
    await page.sweep.resume('auto');
    expect(page.state().phase).toBe('idle');
    expect(page.workers).toHaveLength(0);
    expect(page.sweep.lines()).toBe('');
  });

  it('says why it stopped, and continues', async () => {
    const page = createTestSweep();
    await page.sweep.start(five, 'auto');
    await settle();
    await page.train(1);
    page.busy()[0]?.progress(50);
    page.busy()[0]?.crash('The part that trains has stopped.');
    expect(page.state()).toMatchObject({
      phase: 'failed',
      problem: 'The part that trains has stopped.',
      finished: 1,
    });
    expect(page.busy()).toEqual([]);
    await settle();
    expect(page.lock.held).toBe(false);
    await page.sweep.resume('wasm');
    expect(page.state()).toMatchObject({ phase: 'running', problem: undefined, share: 0.2 });
    expect(page.workers[2]?.calls[0]).toBe('prepare wasm');
    await page.train();
    expect(page.state()).toMatchObject({ phase: 'done', finished: 5 });
    expect(seedsOf(page.sweep.lines())).toEqual([1, 2, 3, 4, 5]);
  });

  it('says so when there is nowhere to train', async () => {
    const page = createTestSweep({ place: () => ({ ok: false, message: 'It cannot train.' }) });
    await page.sweep.start(five, 'auto');
    expect(page.state()).toMatchObject({ phase: 'failed', problem: 'It cannot train.' });
    expect(page.lock.held).toBe(false);
  });

  it('trains a run once more whose line did not get into the table', async () => {
    const page = createTestSweep({ tables: { read: async () => [undefined] } });
    await page.sweep.start(planOf('1,2'), 'auto');
    await settle();
    await page.train(1);
    expect(page.state()).toMatchObject({
      phase: 'failed',
      finished: 0,
      problem: expect.stringMatching(/trained once more\.$/),
    });
    expect(page.storage.lines.size).toBe(0);
  });
});

describe('a sweep after a reload', () => {
  it('is the same in the end as one that never stopped', async () => {
    const whole = createTestSweep();
    await whole.sweep.start(five, 'auto');
    await settle();
    await whole.train();
    for (const ended of [0, 1, 2, 3, 4, 5]) {
      const storage = new MemoryStorage();
      const before = createTestSweep({ storage });
      await before.sweep.start(five, 'auto');
      await settle();
      await before.train(ended);
      before.busy()[0]?.progress(50);
      const page = createTestSweep({ storage });
      await page.sweep.restore();
      expect(page.state()).toMatchObject({
        phase: ended === 5 ? 'done' : 'paused',
        plan: five,
        total: 5,
        finished: ended,
        share: ended / 5,
      });
      expect(page.shown()).toHaveLength(ended);
      expect(page.workers).toHaveLength(0);
      await page.sweep.resume('auto');
      await settle();
      await page.train();
      const batches = page.workers.flatMap(({ calls }) =>
        calls.filter((call) => call.startsWith('train')),
      );
      expect(batches).toHaveLength(5 - ended);
      expect(page.state()).toMatchObject({ phase: 'done', finished: 5 });
      const sorted = (text: string) => text.split('\n').sort();
      expect(sorted(page.sweep.lines())).toEqual(sorted(whole.sweep.lines()));
      expect([...storage.lines].sort()).toEqual([...whole.storage.lines].sort());
    }
  });

  it('is brought back once, and not over one that was started meanwhile', async () => {
    const storage = new MemoryStorage();
    const before = createTestSweep({ storage });
    await before.sweep.start(five, 'auto');
    await settle();
    await before.train(3);
    const page = createTestSweep({ storage });
    const restoring = page.sweep.restore();
    await page.sweep.start(planOf('8,9'), 'auto');
    await restoring;
    await page.sweep.restore();
    await settle();
    expect(page.state()).toMatchObject({ phase: 'running', total: 2, finished: 0 });
    expect(page.shown()).toEqual([]);
  });

  it('does not mix its runs into one that was started while they were read', async () => {
    const storage = new MemoryStorage();
    const before = createTestSweep({ storage });
    await before.sweep.start(five, 'auto');
    await settle();
    await before.train(3);
    let answer: () => void = () => undefined;
    const page = createTestSweep({
      storage,
      tables: {
        read: (lines) =>
          new Promise((resolve) => {
            answer = () => resolve(before.tableWorkers[0]?.read(lines) as never);
          }),
      },
    });
    const restoring = page.sweep.restore();
    await settle();
    const starting = page.sweep.start(planOf('8,9'), 'auto');
    answer();
    await Promise.all([restoring, starting]);
    expect(page.state()).toMatchObject({ total: 2, finished: 0 });
    expect(page.sweep.lines()).toBe('');
    expect(page.shown()).toEqual([]);
  });

  it.each([
    undefined,
    { grid: 'colour=red', stopsEarly: true },
    { grid: '', stopsEarly: true },
    { grid: 42 },
    {},
  ])('is forgotten when its plan makes no sense: %j', async (plan) => {
    const storage = new MemoryStorage();
    storage.plan = plan as never;
    storage.lines.set('a', 'b');
    const page = createTestSweep({ storage });
    await page.sweep.restore();
    expect(page.state()).toMatchObject({ phase: 'idle', plan: undefined });
    expect(page.tables.state.getState().tables).toEqual([]);
    await page.sweep.start(planOf('1'), 'auto');
    await page.train();
    expect([...storage.lines.values()]).toHaveLength(1);
  });

  it('is trained again where its lines make no sense, and leaves out those of others', async () => {
    const storage = new MemoryStorage();
    const before = createTestSweep({ storage });
    await before.sweep.start(five, 'auto');
    await settle();
    await before.train(3);
    storage.plan = planOf('1,9');
    const page = createTestSweep({ storage });
    await page.sweep.restore();
    expect(page.state()).toMatchObject({ phase: 'paused', total: 2, finished: 1 });
    expect(page.shown()).toEqual([1]);
    storage.lines.set('x', 'broken');
    const broken = createTestSweep({ storage });
    await broken.sweep.restore();
    // The one that can be read stays.
    expect(broken.state()).toMatchObject({
      phase: 'paused',
      finished: 1,
      notice: 'One kept run could not be read: it is trained again.',
    });
    await broken.sweep.resume('auto');
    await settle();
    await broken.train();
    expect(broken.state()).toMatchObject({ phase: 'done', finished: 2 });
  });
});

describe('a browser that keeps nothing', () => {
  it('is noted once, and the sweep goes on', async () => {
    const page = createTestSweep();
    page.storage.rejects = true;
    await page.sweep.restore();
    expect(page.state().phase).toBe('idle');
    await page.sweep.start(five, 'auto');
    await settle();
    expect(page.state()).toMatchObject({
      phase: 'running',
      notice: expect.stringMatching(/does not let the page keep the sweep: download its table/),
    });
    await page.train();
    expect(page.state()).toMatchObject({ phase: 'done', finished: 5, problem: undefined });
    expect(seedsOf(page.sweep.lines())).toEqual([1, 2, 3, 4, 5]);
    await page.sweep.discard();
    expect(page.state().phase).toBe('idle');
  });
});

describe('another sweep', () => {
  it('keeps the runs that are in both grids', async () => {
    const page = createTestSweep();
    await page.sweep.start(five, 'auto');
    await settle();
    await page.train(3);
    expect(page.shown()).toEqual([1, 2, 3]);
    const old = page.busy();
    old[0]?.progress(50);
    await page.sweep.start(planOf('1,3,6'), 'auto');
    await settle();
    expect(page.state()).toMatchObject({ phase: 'running', total: 3, finished: 2 });
    expect(page.state().share).toBeCloseTo(2 / 3);
    expect(page.shown()).toEqual([1, 3]);
    expect(seedsOf([...page.storage.lines.values()].join('\n'))).toEqual([1, 3]);
    for (const { calls } of old) expect(calls.at(-1)).toBe('terminate');
    expect(page.busy()).toHaveLength(1);
    // What the old ones still say is not listened to.
    await old[0]?.finish();
    expect(page.shown()).toEqual([1, 3]);
    await page.train();
    expect(page.state()).toMatchObject({ phase: 'done', finished: 3 });
  });

  it('with all steps trains those anew that stopped early, and no others', async () => {
    const storage = new MemoryStorage();
    const first = createTestSweep({ storage });
    await first.sweep.start(planOf('1,2'), 'auto');
    await settle();
    await first.train();
    const [[key, line]] = [...storage.lines] as [[string, string]];
    storage.lines.set(key, line.replace('"stoppedEarly":false', '"stoppedEarly":true'));
    const page = createTestSweep({ storage });
    await page.sweep.restore();
    expect(page.sweep.lost(planOf('1,2'))).toBe(0);
    expect(page.sweep.lost(planOf('2', false))).toBe(1);
    expect(page.sweep.lost(planOf('1,2', false))).toBe(1);
    await page.sweep.start(planOf('1,2', false), 'auto');
    await settle();
    expect(page.state()).toMatchObject({ phase: 'running', finished: 1 });
    expect(page.busy()[0]?.calls.at(-1)).toBe('train 1 runs');
  });

  it('of which all runs are there is done at once, and kept', async () => {
    const page = createTestSweep();
    await page.sweep.start(five, 'auto');
    await settle();
    await page.train();
    await page.sweep.start(planOf('2,3'), 'auto');
    expect(page.state()).toMatchObject({ phase: 'done', total: 2, finished: 2, share: 1 });
    expect(page.storage.plan).toEqual(planOf('2,3'));
    expect(page.storage.lines.size).toBe(2);
    expect(page.lock.held).toBe(false);
  });

  it('takes the place of one that is only starting', async () => {
    const page = createTestSweep();
    const first = page.sweep.start(five, 'auto');
    const second = page.sweep.start(planOf('7,8'), 'auto');
    await Promise.all([first, second]);
    await settle();
    expect(page.busy()).toHaveLength(2);
    expect(page.workers).toHaveLength(2);
    expect(page.storage.plan).toEqual(planOf('7,8'));
    await page.train();
    expect(page.state()).toMatchObject({ phase: 'done', total: 2 });
    expect(page.shown()).toEqual([7, 8]);
    expect(page.lock.held).toBe(false);
  });
});

describe('a sweep that is discarded', () => {
  it('is forgotten everywhere', async () => {
    const page = createTestSweep();
    await page.sweep.start(five, 'auto');
    await settle();
    await page.train(2);
    const late = page.busy()[0]?.finish();
    await page.sweep.discard();
    await late;
    expect(page.state()).toMatchObject({ phase: 'idle', plan: undefined, total: 0, finished: 0 });
    expect(page.shown()).toBeUndefined();
    expect(page.storage).toMatchObject({ plan: undefined });
    expect(page.storage.lines.size).toBe(0);
    expect(page.busy()).toEqual([]);
    expect(page.lock.held).toBe(false);
    expect(page.sweep.lines()).toBe('');
    await page.sweep.start(five, 'auto');
    expect(page.state()).toMatchObject({ phase: 'running', finished: 0, share: 0 });
  });

  it('while it starts trains nothing', async () => {
    const page = createTestSweep();
    const starting = page.sweep.start(five, 'auto');
    await page.sweep.discard();
    await starting;
    await settle();
    expect(page.workers).toHaveLength(0);
    expect(page.storage.plan).toBeUndefined();
    expect(page.lock.held).toBe(false);
  });

  it('can be followed by another at once', async () => {
    const page = createTestSweep();
    await page.sweep.start(five, 'auto');
    const discarding = page.sweep.discard();
    await page.sweep.start(planOf('7,8'), 'auto');
    await discarding;
    await settle();
    expect(page.lock.held).toBe(true);
    expect(page.storage.plan).toEqual(planOf('7,8'));
    await page.train();
    expect(page.storage.lines.size).toBe(2);
    expect(page.lock.held).toBe(false);
  });
});

describe('a second tab', () => {
  const twoTabs = async () => {
    const [storage, lock] = [new MemoryStorage(), new SharedLock()];
    const first = createTestSweep({ storage, lock });
    await first.sweep.start(five, 'auto');
    await settle();
    await first.train(2);
    return { first, second: createTestSweep({ storage, lock }), storage, lock };
  };

  it('does not train what the first one trains', async () => {
    const { first, second } = await twoTabs();
    await second.sweep.restore();
    expect(second.state()).toMatchObject({ phase: 'paused', finished: 2 });
    await second.sweep.resume('auto');
    expect(second.state()).toMatchObject({
      phase: 'failed',
      problem: expect.stringMatching(/in another tab of this browser/),
    });
    expect(second.workers).toHaveLength(0);
    await first.train();
    expect(first.state().phase).toBe('done');
    await second.sweep.resume('auto');
    await settle();
    await second.train();
    expect(second.state()).toMatchObject({ phase: 'done', finished: 5 });
  });

  it('does not touch what the first one has stored', async () => {
    const { first, second, storage } = await twoTabs();
    await second.sweep.start(planOf('7,8'), 'auto');
    expect(second.state()).toMatchObject({ phase: 'failed', plan: planOf('7,8') });
    expect(storage.plan).toEqual(five);
    expect(storage.lines.size).toBe(2);
    await second.sweep.discard();
    expect(storage.plan).toEqual(five);
    expect(storage.lines.size).toBe(2);
    await second.sweep.start(planOf('7,8'), 'auto');
    await first.train();
    expect(storage.lines.size).toBe(5);
    // The first one's runs are not this one's to replace before the visitor knows of them.
    await second.sweep.resume('auto');
    expect(second.state()).toMatchObject({
      phase: 'failed',
      problem: expect.stringMatching(/^Another tab .* takes its place\.$/),
    });
    expect(storage.lines.size).toBe(5);
    await second.sweep.resume('auto');
    expect(storage.plan).toEqual(planOf('7,8'));
    await settle();
    await second.train();
    expect(storage.lines.size).toBe(2);
  });

  it('goes on with what the first one has finished', async () => {
    const { first, second } = await twoTabs();
    await second.sweep.restore();
    await first.train();
    await second.sweep.resume('auto');
    await settle();
    expect(second.state()).toMatchObject({ phase: 'done', finished: 5 });
    expect(second.workers).toHaveLength(0);
  });

  it('or cleared site data do not cost runs that are finished later', async () => {
    const { first, storage } = await twoTabs();
    await storage.clear();
    await first.train();
    expect(storage.plan).toEqual(five);
    expect(storage.lines.size).toBe(5);
  });
});
