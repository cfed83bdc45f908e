// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPageStore } from '../../src/state/store.ts';
import { createWakeLock } from '../../src/ui/wake-lock.ts';
import { settle } from '../state/fake-worker.ts';

/** A screen that is kept on, as browsers do it. */
class FakeSentinel extends EventTarget {
  released = false;

  async release(): Promise<void> {
    if (this.released) return;
    this.released = true;
    // Word of it comes later.
    await Promise.resolve();
    this.dispatchEvent(new Event('release'));
  }
}

/** A page with a run that trains, in a browser that keeps the screen on, or refuses. */
function testPage(request?: () => Promise<FakeSentinel>) {
  const sentinels: FakeSentinel[] = [];
  const ask = vi.fn(
    request ??
      (async () => {
        const sentinel = new FakeSentinel();
        sentinels.push(sentinel);
        return sentinel;
      }),
  );
  vi.stubGlobal('navigator', { wakeLock: { request: ask } });
  show('visible');
  const store = createPageStore('');
  store.setState({ status: 'training' });
  const wakeLock = createWakeLock(store);
  const held = () => sentinels.filter(({ released }) => !released).length;
  return { store, wakeLock, sentinels, ask, held };
}

/** Hides the tab, or shows it. */
function show(state: 'visible' | 'hidden'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the screen', () => {
  it('is not kept on unless that is wanted', async () => {
    const { wakeLock, store, ask } = testPage();
    store.setState({ status: 'paused' });
    store.setState({ status: 'training' });
    await settle();
    expect(ask).not.toHaveBeenCalled();
    expect(wakeLock.state.getState()).toEqual({ isOffered: true, isWanted: false });
  });

  it('is kept on while a run trains', async () => {
    const { wakeLock, store, ask, held } = testPage();
    wakeLock.want(true);
    await settle();
    expect(ask).toHaveBeenCalledExactlyOnceWith('screen');
    expect(held()).toBe(1);
    store.setState({ status: 'done' });
    await settle();
    expect(held()).toBe(0);
    store.setState({ status: 'training' });
    await settle();
    expect(held()).toBe(1);
    wakeLock.want(false);
    await settle();
    expect(held()).toBe(0);
  });

  it('is kept on by one lock at most, and by none in the end, however quickly a run comes and goes', async () => {
    const { wakeLock, store, held } = testPage();
    wakeLock.want(true);
    await settle();
    for (let time = 0; time < 3; time++) {
      store.setState({ status: 'paused' });
      store.setState({ status: 'training' });
      await settle();
      expect(held()).toBe(1);
    }
    store.setState({ status: 'paused' });
    await settle();
    expect(held()).toBe(0);
  });

  it('is let go although the browser answers only when it is not wanted any more', async () => {
    const sentinel = new FakeSentinel();
    let answer: (sentinel: FakeSentinel) => void = () => undefined;
    const { wakeLock, store } = testPage(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    wakeLock.want(true);
    store.setState({ status: 'paused' });
    answer(sentinel);
    await settle();
    expect(sentinel.released).toBe(true);
  });

  it('is kept on again after the tab was hidden, when the browser took the lock back', async () => {
    const { wakeLock, sentinels, held } = testPage();
    wakeLock.want(true);
    await settle();
    await sentinels[0]?.release();
    show('hidden');
    await settle();
    expect(held()).toBe(0);
    show('visible');
    await settle();
    expect(held()).toBe(1);
    expect(sentinels).toHaveLength(2);
  });

  it('is not offered to be kept on again when the browser has refused', async () => {
    const { wakeLock, store, ask } = testPage(async () => {
      throw new DOMException('The battery is low.', 'NotAllowedError');
    });
    wakeLock.want(true);
    await settle();
    expect(wakeLock.state.getState()).toEqual({ isOffered: false, isWanted: false });
    store.setState({ status: 'paused' });
    store.setState({ status: 'training' });
    await settle();
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is not offered to be kept on where the browser cannot', () => {
    vi.stubGlobal('navigator', {});
    expect(createWakeLock(createPageStore('')).state.getState().isOffered).toBe(false);
  });
});
