import { beforeEach, describe, expect, it } from 'vitest';
import { createPacer, type Pacer } from '../../src/worker/pacing.ts';

let time = 0;
let pacer: Pacer;

beforeEach(() => {
  time = 1000;
  pacer = createPacer(() => time);
});

/** Steps that took this long, with the clock moved on by it. */
function take(count: number, milliseconds: number): void {
  time += milliseconds;
  pacer.stepsTaken(count, milliseconds);
}

describe('batches', () => {
  it('begin with one step, whose time is not known yet', () => {
    expect(pacer.nextBatch(5000)).toBe(1);
  });

  it('take about 40 ms', () => {
    take(1, 10);
    expect(pacer.nextBatch(5000)).toBe(4);
    for (let repeat = 0; repeat < 20; repeat++) take(1, 2);
    expect(pacer.nextBatch(5000)).toBe(19);
  });

  it('are single steps where a step takes longer', () => {
    take(1, 900);
    expect(pacer.nextBatch(5000)).toBe(1);
  });

  it('grow bit by bit, and not without end, where steps take no time at all', () => {
    take(1, 0);
    expect(pacer.nextBatch(5000)).toBe(4);
    for (let repeat = 0; repeat < 20; repeat++) take(4, 0);
    expect(pacer.nextBatch(5000)).toBe(1024);
  });

  it('are hundreds of steps where a fast GPU makes them in the time', () => {
    for (let repeat = 0; repeat < 20; repeat++) take(10, 1);
    expect(pacer.nextBatch(5000)).toBeGreaterThan(300);
  });

  it('never go beyond the end', () => {
    take(1, 0);
    expect(pacer.nextBatch(3)).toBe(3);
    expect(pacer.nextBatch(1)).toBe(1);
  });

  it('forget a slow first step quickly', () => {
    take(1, 2000);
    for (let repeat = 0; repeat < 10; repeat++) take(1, 1);
    expect(pacer.nextBatch(5000)).toBeGreaterThan(10);
  });

  it.each([
    [1, 1],
    [60, 1],
    [600, 10],
  ])('with a limit of %i steps a second have at most %i steps', (limit, steps) => {
    for (let repeat = 0; repeat < 5; repeat++) take(1, 0.1);
    pacer.setLimit(limit);
    expect(pacer.nextBatch(5000)).toBe(steps);
  });

  it('stay short when a limit is higher than can be reached', () => {
    take(1, 20);
    pacer.setLimit(1000);
    expect(pacer.nextBatch(5000)).toBe(2);
  });
});

describe('snapshots', () => {
  it('are due at the beginning, then every 100 ms', () => {
    expect(pacer.snapshotDue()).toBe(true);
    pacer.snapshotTaken(1);
    time += 99;
    expect(pacer.snapshotDue()).toBe(false);
    time += 1;
    expect(pacer.snapshotDue()).toBe(true);
  });

  it('come closely at first, where everything happens', () => {
    pacer.snapshotTaken(100);
    time += 149;
    expect(pacer.snapshotDue()).toBe(false);
    time += 1;
    expect(pacer.snapshotDue()).toBe(true);
  });

  it('take at most a thirteenth of the time when they are slow, after the first few', () => {
    for (let taken = 0; taken < 22; taken++) pacer.snapshotTaken(50);
    time += 599;
    expect(pacer.snapshotDue()).toBe(false);
    time += 1;
    expect(pacer.snapshotDue()).toBe(true);
  });
});

describe('the measured speed', () => {
  it('is unknown at first', () => {
    expect(pacer.stepsPerSecond()).toBe(0);
    pacer.restart();
    expect(pacer.stepsPerSecond()).toBe(0);
  });

  it('covers the last two seconds', () => {
    pacer.restart();
    take(10, 1000);
    expect(pacer.stepsPerSecond()).toBeCloseTo(10);
    for (let repeat = 0; repeat < 30; repeat++) take(10, 100);
    expect(pacer.stepsPerSecond()).toBeCloseTo(100);
  });

  it('does not count a pause', () => {
    pacer.restart();
    take(10, 1000);
    time += 60_000;
    pacer.restart();
    take(10, 500);
    expect(pacer.stepsPerSecond()).toBeCloseTo(20);
  });
});

describe('waiting', () => {
  /** A pacer whose clock moves on by 5 ms whenever it is read. */
  const running = () => createPacer(() => (time += 5));

  it('lets messages through', async () => {
    let delivered = false;
    setImmediate(() => {
      delivered = true;
    });
    for (let turn = 0; turn < 20 && !delivered; turn++) {
      await pacer.yieldToMessages(() => false);
    }
    expect(delivered).toBe(true);
  });

  it('keeps to the speed limit', async () => {
    const slow = running();
    slow.setLimit(10);
    slow.restart();
    const began = time;
    slow.stepsTaken(1, 1);
    await slow.yieldToMessages(() => false);
    // A tenth of a second, less the readings of the clock in between.
    expect(time - began).toBeGreaterThanOrEqual(80);
  });

  it('ends early when it should stop', async () => {
    pacer.setLimit(0.001);
    take(1, 1);
    await pacer.yieldToMessages(() => true);
    expect(time).toBe(1001);
  });

  it('ends when the limit is lifted', async () => {
    pacer.setLimit(0.001);
    take(1, 1);
    const waiting = pacer.yieldToMessages(() => false);
    pacer.setLimit(Number.POSITIVE_INFINITY);
    await waiting;
    expect(time).toBe(1001);
  });
});
