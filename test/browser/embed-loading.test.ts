import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  element,
  figureIn,
  postWith,
  soon,
  waitForReady,
  waitForShown,
} from '../support/embed-page.ts';
import { openHost, useHostPages } from '../support/host-page.ts';
import { countColours } from '../support/pictures.ts';

const farBelow = '<div style="height: 6000px"></div>';
/** What only training needs. */
const heavy = /training-worker|tfjs|backends|\.wasm/;

describeInBrowser('an element that is far below', ({ open, address }) => {
  const pages = useHostPages();

  it('loads nothing but its script until the reader comes near, and then the figure', async () => {
    const base = await address();
    const post = pages.serve(
      postWith(base, `${farBelow}<clock-pizza figure="circles" run="pizza"></clock-pizza>`),
    );
    const { page, problems, requests } = await openHost({ open }, post);
    await page.waitForTimeout(500);
    expect(requests.filter((url) => url.startsWith('http'))).toEqual([
      post,
      `${base}clock-pizza.js`,
    ]);
    expect(page.frames().length).toBe(1);
    expect(page.workers()).toEqual([]);

    await element(page).scrollIntoViewIfNeeded();
    await waitForShown(page, { state: 'paused', step: 4000, verdict: 'pizza' });
    expect(page.frames().length).toBe(2);
    await figureIn(page)
      .getByRole('img', { name: /^frequency \d+/i })
      .first()
      .waitFor();
    expect(requests.filter((url) => heavy.test(url))).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('does not wait with loading="eager"', async () => {
    const body = `${farBelow}<clock-pizza figure="two-ways" loading="eager"></clock-pizza>`;
    const post = pages.serve(postWith(await address(), body));
    const { page, requests } = await openHost({ open }, post);
    await expect.poll(() => page.frames().length, soon).toBe(2);
    // The frame itself loads its figure when it is in view: that is the frame's politeness.
    expect(requests.filter((url) => heavy.test(url))).toEqual([]);
  });

  it('comes at once when the page asks it to do something', async () => {
    const body = `${farBelow}<clock-pizza figure="circles" run="clock"></clock-pizza>`;
    const post = pages.serve(postWith(await address(), body));
    const { page } = await openHost({ open }, post);
    expect(page.frames().length).toBe(1);
    await element(page).evaluate((it: HTMLElement & { seek(step: number): void }) => it.seek(0));
    await expect.poll(() => page.frames().length, soon).toBe(2);
    await element(page).scrollIntoViewIfNeeded();
    await waitForReady(page);
    await waitForShown(page, { step: 0 });
  });
});

describeInBrowser('an element with loading="press"', ({ open, address }) => {
  const pages = useHostPages();
  const body = '<clock-pizza figure="circles" run="pizza" loading="press"></clock-pizza>';

  it('shows its picture and a button, and loads no more than the picture', async () => {
    const base = await address();
    const post = pages.serve(postWith(base, body));
    const { page, problems, requests } = await openHost({ open }, post);
    await page.getByRole('button', { name: 'Show the figure' }).waitFor();
    const picture = page.getByRole('img', { name: /open the explorable/ });
    await picture.waitFor();
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), soon)
      .toBe(640);
    await page.waitForTimeout(500);
    expect(requests.filter((url) => url.startsWith('http')).sort()).toEqual(
      [post, `${base}clock-pizza.js`, `${base}posters/circles-pizza-light.webp`].sort(),
    );
    expect(page.frames().length).toBe(1);
    expect(page.workers()).toEqual([]);
    const link = page.getByRole('link', { name: /open the explorable/ });
    expect(await link.getAttribute('href')).toBe(`${base}?run=pizza`);
    expect(problems).toEqual([]);
  });

  it('shows the figure when it is pressed, and the focus goes there too', async () => {
    const post = pages.serve(postWith(await address(), body));
    const { page, problems } = await openHost({ open }, post);
    await page.getByRole('button', { name: 'Show the figure' }).focus();
    await page.keyboard.press('Enter');
    await waitForShown(page, { verdict: 'pizza' });
    expect(await page.getByRole('button', { name: 'Show the figure' }).isVisible()).toBe(false);
    expect(await page.getByRole('img', { name: /open the explorable/ }).isVisible()).toBe(false);
    expect(await element(page).evaluate((it) => it.shadowRoot?.activeElement?.localName)).toBe(
      'iframe',
    );
    expect(problems).toEqual([]);
  });
});

for (const isolated of [true, false]) {
  describeInBrowser(
    `an embed of a page ${isolated ? 'with' : 'without'} isolating headers`,
    ({ open, address }) => {
      const pages = useHostPages();
      const body = '<clock-pizza figure="circles" run="pizza"></clock-pizza>';
      const strict = {
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      };

      it('shows its figure on a page of another origin without headers', async () => {
        const post = pages.serve(postWith(await address(), body));
        const { page, problems } = await openHost({ open }, post);
        await waitForShown(page, { verdict: 'pizza' });
        const circle = figureIn(page).getByRole('img', { name: /^frequency \d+/i });
        await circle.first().waitFor();
        expect(await countColours(circle.first())).toBeGreaterThan(5);
        expect(problems).toEqual([]);
      });

      it('shows it on a page that is isolated, too', async () => {
        const post = pages.serve(postWith(await address(), body), strict);
        const { page, problems } = await openHost({ open }, post);
        expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
        await waitForShown(page, { verdict: 'pizza' });
        const main = figureIn(page).getByRole('main');
        expect(await main.evaluate(() => crossOriginIsolated)).toBe(true);
        expect(problems).toEqual([]);
      });
    },
    { isolated },
  );
}
