import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { postWith, waitForShown } from '../support/embed-page.ts';
import { openHost, useHostPages } from '../support/host-page.ts';

/** Where the focus is: the text of the host's own control, or "figure". */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.localName === 'clock-pizza'
      ? 'figure'
      : (activeElement?.textContent ?? '').trim();
  });

/** Presses a key until the focus has left the figure. @returns how often that took */
async function leave(page: Page, key: string): Promise<number> {
  for (let presses = 1; presses <= 60; presses++) {
    await page.keyboard.press(key);
    if ((await focused(page)) !== 'figure') return presses;
  }
  throw new Error(`${key} does not lead out of the figure.`);
}

describeInBrowser('the keyboard on a page with an embed', ({ open, address }) => {
  const pages = useHostPages();

  it.each(['figure="circles" run="pizza"', 'figure="clock"'])(
    'leads into the figure and out again, both ways: %s',
    async (attributes) => {
      const body = `<button>Before</button>
        <clock-pizza ${attributes}></clock-pizza>
        <button>After</button>`;
      const { page, problems } = await openHost(
        { open },
        pages.serve(postWith(await address(), body)),
      );
      const title = page.getByTitle(/^The Clock and the Pizza: [A-Z]/);
      await title.contentFrame().getByRole('main').waitFor();
      if (attributes.includes('run')) await waitForShown(page, { verdict: 'pizza' });

      await page.getByRole('button', { name: 'Before' }).focus();
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('figure');
      const forwards = await leave(page, 'Tab');
      expect(forwards).toBeGreaterThan(1);
      expect(await focused(page)).toBe('After');

      await page.keyboard.press('Shift+Tab');
      expect(await focused(page)).toBe('figure');
      await leave(page, 'Shift+Tab');
      expect(await focused(page)).toBe('Before');
      expect(problems).toEqual([]);
    },
  );
});

describeInBrowser('a page with embeds, without JavaScript', ({ open, address }) => {
  const pages = useHostPages();

  it('shows what stands in the element: its link and its picture', async () => {
    const base = await address();
    const body = `<clock-pizza figure="circles" run="pizza">
        <a href="${base}?run=pizza"><img src="${base}posters/circles-pizza-light.webp" alt="Six circles" /></a>
      </clock-pizza>`;
    const { page } = await openHost({ open }, pages.serve(postWith(base, body)), {
      javaScriptEnabled: false,
    });
    const link = page.getByRole('link', { name: 'Six circles' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`${base}?run=pizza`);
    const box = await page.getByRole('img', { name: 'Six circles' }).boundingBox();
    expect(box).toMatchObject({ width: 640, height: 400 });
    expect(page.frames().length).toBe(1);
  });

  it('shows a link and a picture in a plain frame', async () => {
    const body = `<iframe title="Plain" width="700" height="600" src="${await address()}?embed=circles"></iframe>`;
    const { page } = await openHost({ open }, pages.serve(postWith(await address(), body)), {
      javaScriptEnabled: false,
    });
    const inside = page.getByTitle('Plain').contentFrame();
    await inside.getByRole('link', { name: /arXiv/ }).waitFor();
    const box = await inside.getByRole('img', { name: /^Six circles/ }).boundingBox();
    expect(box?.width).toBeGreaterThan(500);
    expect(box?.height).toBeGreaterThan(300);
  });
});
