import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { element, figureIn, postWith, soon, waitForReady } from '../support/embed-page.ts';
import { openHost, useHostPages } from '../support/host-page.ts';

/** Height of the frame, and of what stands in it, pixels. */
async function heights(page: Page): Promise<{ frame: number; inside: number; rest: number }> {
  const frame = await element(page)
    .locator('iframe')
    .evaluate((it: HTMLIFrameElement) => it.offsetHeight);
  const [inside, rest] = await figureIn(page)
    .getByRole('main')
    .evaluate(({ ownerDocument: { body, documentElement: root } }) => [
      Math.ceil(body.getBoundingClientRect().height),
      root.scrollHeight - root.clientHeight,
    ]);
  return { frame, inside: inside as number, rest: rest as number };
}

/** The frame is as high as its document: nothing is hidden, and nothing scrolls. */
async function expectFitting(page: Page): Promise<number> {
  await expect
    .poll(async () => {
      const { frame, inside, rest } = await heights(page);
      return frame === inside && rest === 0;
    }, soon)
    .toBe(true);
  const { frame } = await heights(page);
  expect(await element(page).evaluate((it: HTMLElement) => it.offsetHeight)).toBe(frame);
  return frame;
}

describeInBrowser('the height of an embed', ({ open, address }) => {
  const pages = useHostPages();
  const post = async (body: string) =>
    pages.serve(postWith(await address(), body, '<style>body { margin: 0 }</style>'));

  it.each([320, 700])('is that of the figure in a column of %i pixels', async (width) => {
    const page = await openHost(
      { open },
      await post('<clock-pizza figure="circles" run="pizza"></clock-pizza>'),
      { viewport: { width, height: 800 } },
    );
    await waitForReady(page.page);
    await figureIn(page.page)
      .getByRole('img', { name: /^frequency \d+/i })
      .first()
      .waitFor();
    expect(await expectFitting(page.page)).toBeGreaterThan(200);
    expect(page.problems).toEqual([]);
  });

  it('follows the column when the window is turned', async () => {
    const { page } = await openHost(
      { open },
      await post('<clock-pizza figure="clock"></clock-pizza>'),
      { viewport: { width: 320, height: 700 } },
    );
    await waitForReady(page);
    const upright = await expectFitting(page);
    await page.setViewportSize({ width: 700, height: 320 });
    await expect.poll(async () => (await heights(page)).frame, soon).not.toBe(upright);
    await expectFitting(page);
  });

  it('grows when a dot is picked that brings its pictures with it', async () => {
    const { page, problems } = await openHost(
      { open },
      await post('<clock-pizza figure="transition"></clock-pizza>'),
      { viewport: { width: 700, height: 800 } },
    );
    await waitForReady(page);
    const figure = figureIn(page);
    await figure.getByRole('button', { name: 'about 0.5' }).click();
    await figure.getByText('Press a dot to look into it.').waitFor();
    const before = await expectFitting(page);
    const strip = figure.getByRole('application', { name: /^Attention rate across/ });
    await strip.press('ArrowRight');
    await strip.press('Enter');
    await figure.getByText(/^Attention rate [\d.]+, seed \d: /).waitFor();
    await expect.poll(async () => (await heights(page)).frame, soon).toBeGreaterThan(before);
    await expectFitting(page);
    expect(problems).toEqual([]);
  });

  it('stays within a window for the lab, whose buttons keep to the lower edge', async () => {
    const { page } = await openHost(
      { open },
      await post('<clock-pizza figure="lab" run="pizza"></clock-pizza>'),
      { viewport: { width: 700, height: 900 } },
    );
    await waitForReady(page);
    await expect.poll(async () => (await heights(page)).frame, soon).toBe(820);
  });
});
