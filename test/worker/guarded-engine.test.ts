import { afterEach, describe, expect, it, vi } from 'vitest';
import { DeviceProblem, DeviceWatch, guardEngine } from '../../src/worker/guarded-engine.ts';
import { smallConfiguration } from '../support/networks.ts';
import { FakeEngine } from './fake-engine.ts';

const never = new Promise<never>(() => undefined);

afterEach(() => {
  vi.useRealTimers();
});

describe('a guarded engine', () => {
  it('does what the engine does while all is well', async () => {
    const engine = new FakeEngine(smallConfiguration());
    const guarded = guardEngine(engine, new DeviceWatch());
    expect(await guarded.advance(3)).toHaveLength(3);
    expect(guarded.step).toBe(3);
    expect((await guarded.evaluate()).metrics.step).toBe(3);
    expect((await guarded.state()).step).toBe(3);
    expect(guarded.backend).toBe('cpu');
    guarded.dispose();
    expect(engine.disposed).toBe(true);
  });

  it('ends a call that will never be answered when the device is reported gone', async () => {
    const watch = new DeviceWatch();
    const engine = new FakeEngine(smallConfiguration());
    engine.advance = () => never;
    const call = guardEngine(engine, watch).advance(1);
    watch.report('The GPU stopped answering (gone).');
    watch.report('Something that came of it.');
    await expect(call).rejects.toThrow('The GPU stopped answering (gone).');
    await expect(call).rejects.toBeInstanceOf(DeviceProblem);
  });

  it('begins nothing once the device is gone', async () => {
    const watch = new DeviceWatch();
    watch.report('It is gone.');
    const engine = new FakeEngine(smallConfiguration());
    await expect(guardEngine(engine, watch).advance(1)).rejects.toThrow('It is gone.');
    expect(engine.step).toBe(0);
    expect(watch.problem?.message).toBe('It is gone.');
  });

  it('waits a moment for what a device says of itself, and no longer than it has to', async () => {
    vi.useFakeTimers();
    const watch = new DeviceWatch();
    const nothing = watch.problemWithin(300);
    await vi.advanceTimersByTimeAsync(300);
    expect(await nothing).toBeUndefined();
    const soon = watch.problemWithin(300);
    await vi.advanceTimersByTimeAsync(200);
    watch.report('It is gone.');
    expect((await soon)?.message).toBe('It is gone.');
    expect((await watch.problemWithin(300))?.message).toBe('It is gone.');
  });

  it('gives up a GPU that is silent for long, but never a processor', async () => {
    vi.useFakeTimers();
    for (const backend of ['webgpu', 'cpu'] as const) {
      const watch = new DeviceWatch();
      const engine = new FakeEngine(smallConfiguration());
      Object.defineProperty(engine, 'backend', { value: backend });
      engine.evaluate = () => never;
      const call = guardEngine(engine, watch).evaluate();
      const failure = call.then(
        () => undefined,
        (error: unknown) => error,
      );
      await vi.advanceTimersByTimeAsync(60_000);
      const answered = await Promise.race([failure, Promise.resolve('waits')]);
      if (backend === 'cpu') expect(answered).toBe('waits');
      else expect(answered).toBeInstanceOf(DeviceProblem);
    }
  });
});
