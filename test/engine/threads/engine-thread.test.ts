import { describe, expect, it } from 'vitest';
import { EngineThread } from '../../../src/engine/threads/engine-thread.ts';
import { smallConfiguration, startOf } from '../../support/networks.ts';

describe('a thread that trains', () => {
  it('tells all who wait when it is ended, and all who ask afterwards', async () => {
    const thread = new EngineThread();
    const engine = await thread.create('cpu', startOf(smallConfiguration()));
    await engine.advance(2);
    expect(engine.step).toBe(2);
    const waiting = Promise.allSettled([
      engine.advance(1_000_000),
      engine.evaluate(),
      engine.parameters(),
    ]);
    thread.terminate();
    const reason = expect.objectContaining({
      message: 'This network was let go: start a new run.',
    });
    expect(await waiting).toEqual(Array(3).fill({ status: 'rejected', reason }));
    await expect(engine.logits()).rejects.toThrow(/was let go/);
    expect(engine.step).toBe(2);
  });
});
