// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { restWhileHidden } from '../../src/ui/hidden-rest.ts';
import type { RunPage } from '../../src/ui/hooks/page.ts';
import { createTestPage, settle, statusOf } from '../state/fake-worker.ts';

const listening: [EventTarget, string, EventListener][] = [];

/** A page that rests while it is hidden. What it listens to ends with the test. */
function restingPage(options: Parameters<typeof createTestPage>[0] = {}) {
  const page = createTestPage(options);
  for (const target of [document, window]) {
    const { addEventListener } = target;
    vi.spyOn(target, 'addEventListener').mockImplementation((kind: string, listener: unknown) => {
      listening.push([target, kind, listener as EventListener]);
      addEventListener.call(target, kind, listener as EventListener);
    });
  }
  restWhileHidden(page as unknown as RunPage);
  return page;
}

/** Hides the tab, or shows it. */
function show(state: 'visible' | 'hidden'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

/** A page whose run trains. */
async function trainingPage() {
  const page = restingPage();
  void page.controller.train();
  await settle();
  return page;
}

afterEach(() => {
  for (const [target, kind, listener] of listening.splice(0)) {
    target.removeEventListener(kind, listener);
  }
  vi.restoreAllMocks();
});

describe('a run in a tab that is hidden', () => {
  it('rests, and goes on when it is seen again', async () => {
    const page = await trainingPage();
    show('hidden');
    expect(page.store.getState()).toMatchObject({ status: 'paused', rest: 'hidden' });
    show('visible');
    expect(page.store.getState()).toMatchObject({ status: 'training', rest: undefined });
    await settle();
    expect(page.worker.calls.slice(2)).toEqual(['train to 5000', 'pause', 'train to 5000']);
    expect(page.worker.requests).toHaveLength(1);
  });

  it('goes on when it comes back from the cache of pages', async () => {
    const page = await trainingPage();
    show('hidden');
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
    window.dispatchEvent(new Event('pageshow'));
    expect(statusOf(page)).toBe('training');
  });

  it('goes on training where that is wanted, and rests when it is not any more', async () => {
    const page = await trainingPage();
    page.controller.setTrainsHidden(true);
    show('hidden');
    expect(statusOf(page)).toBe('training');
    page.controller.setTrainsHidden(false);
    expect(page.store.getState()).toMatchObject({ status: 'paused', rest: 'hidden' });
  });

  it('stays as it is when it does not train', async () => {
    const page = await trainingPage();
    await page.controller.pause();
    show('hidden');
    show('visible');
    expect(page.store.getState()).toMatchObject({ status: 'paused', rest: undefined });
    await page.worker.send({ kind: 'finished' });
    show('hidden');
    show('visible');
    expect(statusOf(page)).toBe('done');
  });

  it('does not go on in place of another one that was put on screen', async () => {
    const page = await trainingPage();
    show('hidden');
    await page.controller.reset();
    page.store.setState({ rest: 'hidden' });
    show('visible');
    expect(page.store.getState()).toMatchObject({ status: 'paused', rest: undefined });
  });

  it('does not begin to train before it is seen', async () => {
    const page = restingPage();
    show('hidden');
    void page.controller.train();
    await settle();
    expect(page.store.getState()).toMatchObject({ status: 'paused', rest: 'hidden' });
    expect(page.worker.calls).not.toContain('train to 5000');
    show('visible');
    await settle();
    expect(statusOf(page)).toBe('training');
    expect(page.worker.calls.at(-1)).toBe('train to 5000');
  });

  it('trains no network afterwards that was only being made', async () => {
    const page = restingPage({ holds: true });
    void page.controller.reset();
    await settle();
    show('hidden');
    show('visible');
    page.worker.release();
    await settle();
    expect(page.store.getState()).toMatchObject({ status: 'paused', rest: undefined });
    void page.controller.newSeed();
    await settle();
    show('hidden');
    page.worker.release();
    await settle();
    show('visible');
    await settle();
    expect(statusOf(page)).toBe('paused');
  });
});
