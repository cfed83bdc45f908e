import type { CDPSession, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  call,
  element,
  figureIn,
  postWith,
  runIn,
  shown,
  soon,
  waitForReady,
  waitForShown,
  waitForSteps,
} from '../support/embed-page.ts';
import { openHost, useHostPages } from '../support/host-page.ts';

/** Dedicated workers and frames of other processes that the browser knows of, by their addresses. */
async function targets(session: CDPSession): Promise<string[]> {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  return targetInfos
    .filter(({ type }) => type === 'worker' || type === 'iframe')
    .map(({ type, url }) => `${type} ${url}`);
}

/** Takes the element away and puts it back, or only the first. */
const remove = (page: Page) =>
  element(page).evaluate((it) => {
    (window as unknown as { kept: Element }).kept = it;
    it.remove();
  });
const putBack = (page: Page) =>
  page.evaluate(() => document.body.append((window as unknown as { kept: Element }).kept));

describeInBrowser('an element that is removed', ({ open, address }) => {
  const pages = useHostPages();

  it('takes its workers with it while it trains, and works again when it is put back', async () => {
    const body = '<clock-pizza figure="loss" p="59" width="64" steps="100000"></clock-pizza>';
    const { page, problems } = await openHost(
      { open },
      pages.serve(postWith(await address(), body)),
    );
    const session = await page.context().newCDPSession(page);
    await waitForReady(page);
    expect(page.workers()).toEqual([]);
    expect((await targets(session)).filter((name) => name.startsWith('worker'))).toEqual([]);

    await call(page, 'train');
    await waitForSteps(page, 1);
    expect(page.workers().length).toBeGreaterThan(0);
    expect((await targets(session)).some((name) => name.startsWith('worker'))).toBe(true);

    await remove(page);
    await expect.poll(() => page.workers().length, soon).toBe(0);
    await expect.poll(() => targets(session), soon).toEqual([]);
    expect(page.frames().length).toBe(1);

    await putBack(page);
    await waitForReady(page, 2);
    expect(await shown(page)).toMatchObject({ state: 'idle', step: 0 });
    await call(page, 'train');
    await waitForSteps(page, 1);
    await remove(page);
    await expect.poll(() => page.workers().length, soon).toBe(0);
    expect(problems).toEqual([]);
  });

  it('does what it was asked before it was put into the page', async () => {
    const { page, problems } = await openHost({ open }, pages.serve(postWith(await address(), '')));
    await page.evaluate(() => {
      const made = document.createElement('clock-pizza') as HTMLElement & {
        settings: object;
        figure: string;
        train(): void;
      };
      made.figure = 'loss';
      made.settings = { p: 11, width: 16, steps: 30 };
      made.train();
      document.body.append(made);
    });
    await waitForShown(page, { state: 'done', step: 30 });
    expect(problems).toEqual([]);
  });
});

describeInBrowser(
  'an element that is removed from a page with a GPU',
  ({ open, address }) => {
    const pages = useHostPages();

    it('takes its workers with it, whose device it is', async () => {
      const body =
        '<clock-pizza figure="loss" p="5" width="16" attention="0.5" steps="100000" backend="webgpu"></clock-pizza>';
      const { page, problems } = await openHost(
        { open },
        pages.serve(postWith(await address(), body)),
      );
      const session = await page.context().newCDPSession(page);
      await waitForReady(page);
      await call(page, 'train');
      await waitForSteps(page, 1);
      expect((await runIn(figureIn(page))).backend).toBe('webgpu');
      expect(page.workers().length).toBeGreaterThan(0);
      await remove(page);
      await expect.poll(() => page.workers().length, soon).toBe(0);
      await expect.poll(() => targets(session), soon).toEqual([]);
      await putBack(page);
      await waitForReady(page, 2);
      expect(await shown(page)).toMatchObject({ state: 'idle', step: 0 });
      expect(problems).toEqual([]);
    });
  },
  { webgpu: 'software' },
);
