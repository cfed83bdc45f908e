import { describe, expect, it } from 'vitest';
import { createRunListener } from '../../src/state/run-events.ts';
import { SlownessWatch, watchSlowness } from '../../src/state/slowness.ts';
import { createPageStore } from '../../src/state/store.ts';
import type { RunEvent } from '../../src/worker/contract.ts';
import { snapshotOf } from './snapshots.ts';

/** A watch on a clock that stands still while nothing is observed. */
function watchOn(clock = { now: 1e6 }) {
  const watch = new SlownessWatch(() => clock.now);
  /** Observes the same pace once a second, and returns what was said last. */
  const observe = (stepsPerSecond: number, seconds: number) => {
    let said: ReturnType<SlownessWatch['observe']>;
    for (let second = 0; second < seconds; second++) {
      clock.now += 1000;
      said = watch.observe(stepsPerSecond);
    }
    return said;
  };
  return { watch, observe };
}

describe('a run that becomes slow', () => {
  it('is told from its usual pace once that has lasted for five seconds', () => {
    const { observe } = watchOn();
    expect(observe(300, 10)).toBeUndefined();
    expect(observe(90, 5)).toBeUndefined();
    expect(observe(90, 1)).toEqual({ usual: 300, present: 90 });
    expect(observe(80, 1)).toEqual({ usual: 300, present: 80 });
  });

  it('is not slow at a third of its pace, nor when it is slow for a moment only', () => {
    const { observe } = watchOn();
    observe(300, 10);
    for (let time = 0; time < 5; time++) {
      expect(observe(99, 5)).toBeUndefined();
      expect(observe(300, 1)).toBeUndefined();
    }
    expect(watchOn().observe(100, 60)).toBeUndefined();
    const other = watchOn();
    other.observe(300, 10);
    expect(other.observe(100, 60)).toBeUndefined();
  });

  it('is as fast as ever again at once', () => {
    const { observe } = watchOn();
    observe(300, 10);
    expect(observe(50, 6)).toBeDefined();
    expect(observe(200, 1)).toBeUndefined();
  });

  it('is not measured by its first seconds, while kernels are compiled and made', () => {
    const { observe } = watchOn();
    observe(3000, 3);
    expect(observe(300, 60)).toBeUndefined();
    const slowAtFirst = watchOn();
    expect(slowAtFirst.observe(1, 3)).toBeUndefined();
    expect(slowAtFirst.observe(300, 60)).toBeUndefined();
  });

  it('is not measured by one quick moment, nor by what has no pace', () => {
    const { observe } = watchOn();
    observe(300, 10);
    observe(1500, 1);
    expect(observe(150, 60)).toBeUndefined();
    expect(observe(0, 60)).toBeUndefined();
    expect(observe(Number.NEGATIVE_INFINITY, 60)).toBeUndefined();
  });

  it('is forgotten when another one starts', () => {
    const { watch, observe } = watchOn();
    observe(300, 10);
    observe(50, 4);
    watch.restart();
    expect(observe(50, 60)).toBeUndefined();
    expect(observe(10, 6)).toMatchObject({ present: 10 });
  });
});

describe('on the page', () => {
  const slowness = { usual: 300, present: 50 };

  /** A page whose run has been slow. */
  function slowPage() {
    const store = createPageStore('');
    watchSlowness(store);
    const copies: number[] = [];
    const listen = createRunListener(store, {
      run: () => 1,
      pausesEarly: () => false,
      afterDrawing: async () => undefined,
      onCopy: (run) => copies.push(run),
      onFailure: () => expect.fail('Nothing failed.'),
    });
    store.setState({ status: 'training' });
    store.setState({ slowness });
    const send = (event: object) => listen({ run: 1, ...event } as RunEvent);
    return { store, send, copies };
  }

  it.each([
    ['pauses', { status: 'paused' }],
    ['gets another limit', { speed: 5 }],
    [
      'goes on elsewhere',
      { backend: { name: 'cpu', device: 'made up', reason: '', asRequested: true } },
    ],
  ] as const)('is not said any more when the run %s', (_what, change) => {
    const { store } = slowPage();
    store.setState(change);
    expect(store.getState().slowness).toBeUndefined();
  });

  it('is said for as long as it is so, whatever else changes', async () => {
    const { store, send, copies } = slowPage();
    store.setState({ viewedStep: 3 });
    await send({ kind: 'copy', state: {} });
    expect(store.getState().slowness).toBe(slowness);
    expect(copies).toEqual([1]);
    await send({ kind: 'snapshot', snapshot: snapshotOf(1), stepsPerSecond: 300 });
    expect(store.getState().slowness).toBeUndefined();
  });

  it('is not said by the last picture of a run that was paused', async () => {
    const { store, send } = slowPage();
    store.setState({ status: 'paused' });
    await send({ kind: 'snapshot', snapshot: snapshotOf(1), stepsPerSecond: 0.1 });
    expect(store.getState()).toMatchObject({ slowness: undefined, stepsPerSecond: 0.1 });
  });

  it('is not said by a run that is not on screen', async () => {
    const { store, send } = slowPage();
    await send({ run: 2, kind: 'snapshot', snapshot: snapshotOf(1), stepsPerSecond: 300 });
    expect(store.getState()).toMatchObject({ slowness, timeline: [] });
  });
});
