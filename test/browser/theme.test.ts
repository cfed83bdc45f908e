import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { trainToTheEnd } from '../support/lab-page.ts';
import { settledPictures } from '../support/pictures.ts';

const themeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme);
const groundOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/** Presses the switch until it names a theme; it goes round three of them. */
async function choose(button: Locator, theme: RegExp): Promise<void> {
  for (let presses = 0; presses < 3; presses++) {
    if (theme.test((await button.textContent()) ?? '')) return;
    await button.click();
  }
}

describeInBrowser('light and dark', ({ open }) => {
  it('follows the switch, in pictures and address too', async () => {
    const { page, problems } = await open('?p=5&width=16&steps=10', { colorScheme: 'light' });
    await trainToTheEnd(page);
    const light = { ground: await groundOf(page), pictures: await settledPictures(page) };
    const button = page.getByRole('button', { name: /^theme/i });
    await choose(button, /dark/i);
    expect(await themeOf(page)).toBe('dark');
    expect(await groundOf(page)).not.toBe(light.ground);
    expect(await settledPictures(page)).not.toEqual(light.pictures);
    expect(new URL(page.url()).searchParams.get('theme')).toBe('dark');

    await choose(button, /light/i);
    expect(await themeOf(page)).toBe('light');
    expect(await settledPictures(page)).toEqual(light.pictures);
    expect(problems).toEqual([]);
  });

  it('follows the system until a theme is chosen', async () => {
    const { page, problems } = await open('', { colorScheme: 'dark' });
    expect(await themeOf(page)).toBe('dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => themeOf(page)).toBe('light');
    expect(problems).toEqual([]);
  });

  it('follows the system where that forces its colours, and what is chosen stays told apart', async () => {
    const { page, problems } = await open('?view=lab&theme=light', {
      colorScheme: 'dark',
      forcedColors: 'active',
    });
    // Pictures have to stand on the system's dark ground.
    expect(await themeOf(page)).toBe('dark');
    const grounds = await Promise.all(
      ['True size', 'Equal size'].map((name) =>
        page
          .getByRole('button', { name, exact: true })
          .evaluate((element) => getComputedStyle(element).backgroundColor),
      ),
    );
    expect(grounds[0]).not.toBe(grounds[1]);
    const figure = page
      .getByRole('region', { name: 'Embedding circles' })
      .locator('[data-drawing]');
    expect(
      await figure
        .first()
        .evaluate((element) => getComputedStyle(element).getPropertyValue('forced-color-adjust')),
    ).toBe('none');
    await page.emulateMedia({ forcedColors: 'none' });
    await expect.poll(() => themeOf(page)).toBe('light');
    expect(problems).toEqual([]);
  });

  it('takes the theme of the address', async () => {
    const { page, problems } = await open('?theme=dark', { colorScheme: 'light' });
    expect(await themeOf(page)).toBe('dark');
    expect(problems).toEqual([]);
  });
});
