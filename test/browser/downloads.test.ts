import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { runStatus, trainButton, trainToTheEnd, waitForState } from '../support/lab-page.ts';
import { expectLearnedPage } from '../support/trained-page.ts';

describeInBrowser('what the page loads', ({ open, address }) => {
  it('fetches nothing to train with before Train, and nothing from elsewhere ever', async () => {
    const { page, problems } = await open('?p=5&width=16&steps=5');
    const fetched = () =>
      page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const before = await fetched();
    expect(before.filter((url) => /worker|wasm|tfjs/.test(url))).toEqual([]);
    const host = new URL(await address()).host;
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && url.host !== host) elsewhere.push(url.href);
    });
    await trainToTheEnd(page);
    expect((await fetched()).filter((url) => new URL(url).host !== host)).toEqual([]);
    expect(elsewhere).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('says so when the training worker cannot be loaded, and tries again', async () => {
    const { page } = await open('?p=5&width=16&steps=5');
    await page.route(/worker/, (route) => route.abort());
    await trainButton(page).click();
    await page
      .locator('[data-testid="run-status"][data-state="failed"]')
      .waitFor({ state: 'attached' });
    expect(
      await page
        .getByRole('status')
        .getByText(/trains has stopped/i)
        .isVisible(),
    ).toBe(true);

    await page.unroute(/worker/);
    await page
      .getByRole('button', { name: /^reset$/i })
      .last()
      .click();
    await waitForState(page, 'paused');
    await trainToTheEnd(page);
  });

  it('trains in plain JavaScript where WebAssembly is switched off', async () => {
    const { page } = await open('?p=5&width=16&steps=5');
    await page.context().route(/training-worker/, async (route) => {
      const response = await route.fetch();
      const body = `globalThis.WebAssembly = undefined;${await response.text()}`;
      await route.fulfill({ response, body });
    });
    await trainToTheEnd(page);
    expect(await runStatus(page)).toMatchObject({ state: 'done', step: 5, backend: 'cpu' });
    expect(await page.getByText(/No WebAssembly: it is switched off here/i).isVisible()).toBe(true);
  });
});

describeInBrowser(
  'a page served from a folder',
  ({ open }) => {
    it('trains there just the same', async () => {
      const { page, problems } = await open('?p=5&width=16&steps=30');
      await trainToTheEnd(page);
      await expectLearnedPage(page, { step: 30, circles: 2 });
      expect((await runStatus(page)).backend).toBe('wasm');
      expect(problems).toEqual([]);
    });
  },
  { folder: '/some/folder/' },
);
