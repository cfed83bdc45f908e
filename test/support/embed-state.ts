/** All that can be seen of an embed, to find out whether messages changed it. */
import type { Page } from 'playwright-core';
import type { BrowserHandle } from './browser.ts';
import {
  element,
  figureIn,
  happened,
  isMarked,
  mark,
  postWith,
  runIn,
  shown,
  waitForReady,
  waitForShown,
} from './embed-page.ts';
import { type HostPages, type OpenedHost, openHost } from './host-page.ts';

/** A post with the recorded Pizza, at rest and marked, so that a frame made anew is noticed. */
export async function openMarkedPost(
  { open, address }: BrowserHandle,
  pages: HostPages,
  more = '',
): Promise<OpenedHost> {
  const body = `<clock-pizza id="figure" figure="circles" run="pizza"></clock-pizza>${more}`;
  const opened = await openHost({ open }, pages.serve(postWith(await address(), body)));
  await waitForShown(opened.page, { verdict: 'pizza', step: 4000 });
  const circles = figureIn(opened.page).getByRole('img', { name: /^frequency \d+/i });
  await circles.first().waitFor();
  await mark(figureIn(opened.page));
  return opened;
}

/** Everything that hostile messages could have changed. */
export async function stateOf(page: Page) {
  const frame = element(page).locator('iframe');
  return {
    said: await shown(page),
    events: (await happened(page)).length,
    height: await frame.evaluate((it: HTMLIFrameElement) => it.offsetHeight),
    title: await frame.getAttribute('title'),
    inside: await figureIn(page).getByRole('main').textContent(),
    run: await runIn(figureIn(page)),
    theme: await figureIn(page)
      .getByRole('main')
      .evaluate(({ ownerDocument }) => ownerDocument.documentElement.dataset.theme),
    isSame: await isMarked(figureIn(page)),
    polluted: await figureIn(page)
      .getByRole('main')
      .evaluate(() => 'polluted' in {}),
  };
}

/** Waits until all that was sent has been read: an answer to a question asked afterwards is there. */
export async function heardAll(page: Page): Promise<void> {
  const before = (await happened(page)).filter(({ name }) => name === 'ready').length;
  await element(page)
    .locator('iframe')
    .evaluate((frame: HTMLIFrameElement) => {
      const hello = { source: 'clock-and-pizza', version: 1, kind: 'hello' };
      frame.contentWindow?.postMessage(hello, '*');
    });
  await waitForReady(page, before + 1);
  await page.evaluate(() => {
    const { happened: all } = window as unknown as { happened: { name: string }[] };
    all.splice(
      all.findLastIndex(({ name }) => name === 'ready'),
      1,
    );
  });
}
