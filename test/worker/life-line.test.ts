import { afterEach, describe, expect, it, vi } from 'vitest';
import { holdLifeLine, watchLifeLine } from '../../src/worker/life-line.ts';

/** Locks as browsers have them: who holds one has it until its promise is fulfilled or it dies. */
class FakeLocks {
  private readonly queues = new Map<string, (() => void)[]>();

  async request(name: string, ...rest: readonly unknown[]): Promise<unknown> {
    const work = rest.at(-1) as () => unknown;
    const { signal } = (rest.length > 1 ? rest[0] : {}) as { signal?: AbortSignal };
    const queue = this.queues.get(name) ?? [];
    this.queues.set(name, queue);
    await new Promise<void>((resolve, reject) => {
      queue.push(resolve);
      if (queue.length === 1) resolve();
      signal?.addEventListener('abort', () => {
        queue.splice(queue.indexOf(resolve), 1);
        reject(signal.reason);
      });
    });
    return work();
  }

  /** What becomes of a lock when its holder dies. */
  free(name: string): void {
    const queue = this.queues.get(name);
    queue?.shift();
    queue?.[0]?.();
  }

  /** How many hold a lock or wait for it. */
  count(name: string): number {
    return this.queues.get(name)?.length ?? 0;
  }
}

/** A browser with these locks. */
function browserWith(locks: unknown): void {
  vi.stubGlobal('navigator', { locks });
}

const soon = () => new Promise((resolve) => setTimeout(resolve));

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the life line of a worker', () => {
  it('tells of its end, and not before', async () => {
    const locks = new FakeLocks();
    browserWith(locks);
    const name = await holdLifeLine();
    expect(locks.count(name)).toBe(1);
    const onEnd = vi.fn();
    watchLifeLine(name, onEnd);
    await soon();
    expect(onEnd).not.toHaveBeenCalled();
    locks.free(name);
    await soon();
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  it('is another one for each worker', async () => {
    browserWith(new FakeLocks());
    const names = await Promise.all([holdLifeLine(), holdLifeLine(), holdLifeLine()]);
    expect(new Set(names).size).toBe(3);
  });

  it('tells nothing when it was let go before, and leaves nobody waiting', async () => {
    const locks = new FakeLocks();
    browserWith(locks);
    const name = await holdLifeLine();
    const letGo = watchLifeLine(name, () => expect.fail('It was let go.'));
    letGo();
    letGo();
    await soon();
    expect(locks.count(name)).toBe(1);
    locks.free(name);
    await soon();
  });

  it('has its name told only once it is held', async () => {
    let grant: () => unknown = () => undefined;
    const request = (_name: string, hold: () => unknown) => {
      grant = hold;
      return new Promise(() => undefined);
    };
    browserWith({ request });
    const onName = vi.fn();
    void holdLifeLine().then(onName);
    await soon();
    expect(onName).not.toHaveBeenCalled();
    grant();
    await soon();
    expect(onName).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/^clock-and-pizza-worker/),
    );
  });

  it('is none where there are no locks, or none are given', async () => {
    browserWith(undefined);
    expect(await holdLifeLine()).toBe('');
    watchLifeLine('any', () => expect.fail('Nobody could know.'))();
    const request = async () => {
      throw new DOMException('Not here.', 'SecurityError');
    };
    browserWith({ request });
    expect(await holdLifeLine()).toBe('');
    watchLifeLine('', () => expect.fail('There is none.'))();
    watchLifeLine('any', () => expect.fail('Nobody could know.'))();
    await soon();
  });
});
