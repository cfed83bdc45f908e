import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  call,
  element,
  happened,
  postWith,
  shown,
  soon,
  waitForReady,
  waitForShown,
  waitForSteps,
} from '../support/embed-page.ts';
import { onOtherSite, openHost, useHostPages } from '../support/host-page.ts';

const farBelow = '<div style="height: 6000px"></div>';
const trainable = '<clock-pizza figure="loss" p="11" width="16" steps="100000"></clock-pizza>';

/** Scrolls by as much as an embed and more. */
const scrollTo = (page: Page, top: number) =>
  page.evaluate((pixels) => window.scrollTo(0, pixels), top);

/** The step at which nothing moves any more. What is out of view hears of its last steps late. */
async function settledStep(page: Page): Promise<number> {
  let before = -1;
  for (;;) {
    const { step } = await shown(page);
    if (step === before) return step;
    before = step;
    await page.waitForTimeout(1500);
  }
}

describeInBrowser('an embed as a guest', ({ open, address }) => {
  const pages = useHostPages();
  const openWith = async (body: string) =>
    openHost({ open }, pages.serve(postWith(await address(), body)));

  it('rests while it is out of view, and goes on when it is back', async () => {
    const { page, problems } = await openWith(trainable + farBelow);
    await waitForReady(page);
    await call(page, 'train');
    await waitForSteps(page, 2);
    await scrollTo(page, 5000);
    await waitForShown(page, { state: 'paused' });
    const step = await settledStep(page);
    await scrollTo(page, 0);
    await waitForShown(page, { state: 'training' });
    await waitForSteps(page, step + 2);

    // What the reader paused stays paused.
    await call(page, 'pause');
    await waitForShown(page, { state: 'paused' });
    await scrollTo(page, 5000);
    await scrollTo(page, 0);
    await page.waitForTimeout(600);
    expect((await shown(page)).state).toBe('paused');
    expect(problems).toEqual([]);
  });

  it('stops playing a recording out of view, and goes on when it is back', async () => {
    const { page } = await openWith(
      `<clock-pizza figure="curves" run="pizza" autoplay></clock-pizza>${farBelow}`,
    );
    await waitForShown(page, { state: 'replaying' });
    await scrollTo(page, 5000);
    await waitForShown(page, { state: 'paused', playing: false });
    await scrollTo(page, 0);
    await waitForShown(page, { state: 'replaying', playing: true });
  });

  it('rests in a hidden tab', async () => {
    const { page } = await openWith(trainable);
    await waitForReady(page);
    await call(page, 'train');
    await waitForSteps(page, 2);
    const hide = (isHidden: boolean) =>
      element(page)
        .locator('iframe')
        .contentFrame()
        .getByRole('main')
        .evaluate(({ ownerDocument }, hidden) => {
          // No tab of a browser without windows is ever hidden; the figure is told that it is.
          const value = hidden ? 'hidden' : 'visible';
          Object.defineProperty(ownerDocument, 'visibilityState', { value, configurable: true });
          ownerDocument.dispatchEvent(new Event('visibilitychange'));
        }, isHidden);
    await hide(true);
    await waitForShown(page, { state: 'paused' });
    await hide(false);
    await waitForShown(page, { state: 'training' });
  });

  it('trains nothing by itself, whatever its address says', async () => {
    const base = await address();
    const query = 'embed=loss&p=11&width=16&steps=100000&autorun=1&autoplay=1';
    const { page, problems, requests } = await openWith(
      `<iframe title="Plain" width="600" height="500" src="${base}?${query}"></iframe>
       <clock-pizza figure="loss" p="11" width="16" steps="100000" autorun="1" autoplay></clock-pizza>`,
    );
    await waitForReady(page);
    const status = page.getByTitle('Plain').contentFrame().getByTestId('run-status');
    await status.waitFor({ state: 'attached' });
    await page.waitForTimeout(1000);
    expect(await status.getAttribute('data-state')).toBe('idle');
    expect((await shown(page)).state).toBe('idle');
    expect(page.workers()).toEqual([]);
    expect(requests.filter((url) => /worker|wasm/.test(url))).toEqual([]);
    expect((await happened(page)).map(({ name }) => name)).toEqual(['ready']);
    expect(problems).toEqual([]);
  });

  it('sets no cookies, stores nothing, and asks nobody but its own site', async () => {
    const base = await address();
    const post = onOtherSite(
      pages.serve(
        postWith(
          base,
          `<clock-pizza figure="circles" run="pizza"></clock-pizza>
           <clock-pizza figure="transition" loading="eager"></clock-pizza>
           ${trainable}`,
        ),
      ),
    );
    const { page, problems, requests } = await openHost({ open }, post);
    await element(page, 1).scrollIntoViewIfNeeded();
    await element(page, 2).scrollIntoViewIfNeeded();
    await waitForReady(page, 3);
    await call(page, 'train', 2);
    await waitForSteps(page, 2, 2);
    expect(await page.context().cookies()).toEqual([]);
    for (const frame of page.frames()) {
      const stored = await frame.evaluate(async () => ({
        local: Object.keys(localStorage),
        session: Object.keys(sessionStorage),
        cookie: document.cookie,
        caches: await window.caches?.keys(),
        registrations: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
      }));
      expect({ ...stored, caches: stored.caches ?? [] }).toEqual({
        ...{ local: [], session: [], cookie: '', caches: [], registrations: 0 },
      });
    }
    const elsewhere = requests.filter(
      (url) => /^(https?|wss?):/.test(url) && !url.startsWith(base) && url !== post,
    );
    expect(elsewhere).toEqual([]);
    expect(problems).toEqual([]);
    await expect.poll(() => page.frames().length, soon).toBe(4);
  });
});
