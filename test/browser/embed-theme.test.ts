import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  element,
  figureIn,
  isMarked,
  mark,
  postWith,
  soon,
  waitForReady,
} from '../support/embed-page.ts';
import { openHost, useHostPages } from '../support/host-page.ts';

const figure = '<clock-pizza figure="two-ways"></clock-pizza>';

/** Theme in force inside the frame. */
const themeInside = (page: Page) =>
  figureIn(page)
    .getByRole('main')
    .evaluate(({ ownerDocument }) => ownerDocument.documentElement.dataset.theme);

const expectTheme = (page: Page, theme: 'light' | 'dark') =>
  expect.poll(() => themeInside(page), soon).toBe(theme);

describeInBrowser('the theme of an embed', ({ open, address }) => {
  const pages = useHostPages();
  const openWith = async (
    style: string,
    { body = figure, system = 'light' }: { body?: string; system?: 'light' | 'dark' } = {},
  ) => {
    const post = pages.serve(postWith(await address(), body, `<style>${style}</style>`));
    const opened = await openHost({ open }, post, { colorScheme: system });
    await waitForReady(opened.page);
    await mark(figureIn(opened.page));
    return opened;
  };

  it('follows the ground of the page when a class changes it', async () => {
    const { page, problems } = await openWith(
      'html { background: #fff } html.night { background: rgb(20 20 24) }',
    );
    await expectTheme(page, 'light');
    await page.evaluate(() => document.documentElement.classList.add('night'));
    await expectTheme(page, 'dark');
    await page.evaluate(() => document.documentElement.classList.remove('night'));
    await expectTheme(page, 'light');
    expect(await isMarked(figureIn(page))).toBe(true);
    expect(problems).toEqual([]);
  });

  it('follows a ground of the body that fades from one to the other', async () => {
    const { page } = await openWith(
      'body { background: #fdfdfd; transition: background 300ms } [data-mode="dark"] { background: #111 }',
    );
    await expectTheme(page, 'light');
    await page.evaluate(() => document.body.setAttribute('data-mode', 'dark'));
    await expectTheme(page, 'dark');
  });

  it('is that of the nearest ground, not of the whole page', async () => {
    const { page } = await openWith('body { background: #fff } article { background: #101014 }', {
      body: `<article><div style="background: #ffffff22">${figure}</div></article>`,
    });
    await expectTheme(page, 'dark');
  });

  it('follows the colour scheme where the page has no ground', async () => {
    const { page } = await openWith(':root { color-scheme: dark }');
    await expectTheme(page, 'dark');
    await page.evaluate(() => document.documentElement.style.setProperty('color-scheme', 'light'));
    await expectTheme(page, 'light');
  });

  it('follows the system where the page does', async () => {
    const { page } = await openWith(':root { color-scheme: light dark }', { system: 'dark' });
    await expectTheme(page, 'dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await expectTheme(page, 'light');
  });

  it('follows a page whose colours follow the system', async () => {
    const { page } = await openWith(
      'body { background: white } @media (prefers-color-scheme: dark) { body { background: #000 } }',
    );
    await expectTheme(page, 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectTheme(page, 'dark');
  });

  it('stays light on a page that knows only light, whatever the system says', async () => {
    const { page } = await openWith('', { system: 'dark' });
    await expectTheme(page, 'light');
  });

  it('is the one its author chose, on any ground', async () => {
    const { page } = await openWith('body { background: #fff }', {
      body: '<clock-pizza figure="two-ways" theme="dark"></clock-pizza>',
    });
    await expectTheme(page, 'dark');
    await element(page).evaluate((it) => it.setAttribute('theme', 'auto'));
    await expectTheme(page, 'light');
  });
});

describeInBrowser('the language of an embed', ({ open, address }) => {
  const pages = useHostPages();
  const languageAsked = async (body: string, lang: string) => {
    const html = postWith(await address(), body).replace('lang="en"', `lang="${lang}"`);
    const { page, problems } = await openHost({ open }, pages.serve(html));
    await waitForReady(page);
    const source = await element(page).locator('iframe').getAttribute('src');
    // English is the only language there is so far.
    const main = figureIn(page).getByRole('main', { name: 'Two ways to add on a circle' });
    expect(await main.evaluate(({ ownerDocument }) => ownerDocument.documentElement.lang)).toBe(
      'en',
    );
    expect(problems).toEqual([]);
    return new URL(source ?? '').searchParams.get('lang');
  };

  it('is asked for in the frame’s address: the page’s, the part’s, or the author’s choice', async () => {
    expect(await languageAsked(figure, 'pt-BR')).toBe('pt-BR');
    expect(await languageAsked(`<section lang="fr">${figure}</section>`, 'en')).toBe('fr');
    const chosen = '<clock-pizza figure="two-ways" language="de"></clock-pizza>';
    expect(await languageAsked(chosen, 'en')).toBe('de');
  });
});
