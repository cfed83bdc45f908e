import { afterEach, describe, expect, it, vi } from 'vitest';
import { browserSweepPlatform } from '../../src/ui/browser-sweep.ts';
import { MemoryStorage } from '../state/sweep/fake-sweep.ts';

type Ask = (held: object | null) => unknown;

/** A browser's locks, of which a page may have one at a time. */
function lockManager() {
  let held = false;
  return {
    async request(_name: string, { ifAvailable }: { ifAvailable: boolean }, ask: Ask) {
      expect(ifAvailable).toBe(true);
      if (held) return ask(null);
      held = true;
      await ask({});
      held = false;
      return undefined;
    },
  };
}

function platformOn(navigator: object) {
  vi.stubGlobal('navigator', navigator);
  return browserSweepPlatform(() => expect.fail('No worker is wanted.'), new MemoryStorage());
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('what a sweep needs of the browser', () => {
  it.each([
    [undefined, 2],
    [1, 1],
    [2, 2],
    [8, 7],
    [64, 16],
  ])('of %s processors it uses some', (hardwareConcurrency, expected) => {
    expect(platformOn({ hardwareConcurrency }).processors).toBe(expected);
  });

  it('is a lock that one page has until it lets it go', async () => {
    const { lock } = platformOn({ locks: lockManager() });
    const release = await lock();
    expect(release).toBeDefined();
    expect(await lock()).toBeUndefined();
    release?.();
    await new Promise((resolve) => setTimeout(resolve));
    expect(await lock()).toBeDefined();
  });

  it('works where there are no locks', async () => {
    expect(await platformOn({}).lock()).toBeDefined();
    const request = async () => {
      throw new DOMException('Not here.', 'SecurityError');
    };
    expect(await platformOn({ locks: { request } }).lock()).toBeDefined();
  });
});
