import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  clipboard,
  embedButton,
  lasting,
  openFigureDialog,
  openRunDialog,
} from '../support/share-page.ts';

const title = 'Embedding circles';
const element = (dialog: Locator) => dialog.getByRole('textbox', { name: /^element/i });
const frame = (dialog: Locator) => dialog.getByRole('textbox', { name: /^plain frame/i });
const preview = (page: Page) => page.frameLocator('iframe[title^="Preview: "]');

const waysToClose: readonly [name: string, close: (page: Page) => Promise<unknown>][] = [
  ['Escape', (page) => page.keyboard.press('Escape')],
  ['Close', (page) => page.getByRole('button', { name: 'Close', exact: true }).click()],
  ['a click beside it', (page) => page.mouse.click(5, 5)],
];

describeInBrowser('the dialog of a figure', ({ open }) => {
  it('closes with Escape, with Close or a click beside it, and the button has the focus again', async () => {
    const { page, problems } = await open('?run=pizza');
    const button = embedButton(page, title);
    const dialog = page.getByRole('dialog', { name: title });
    for (const [way, close] of waysToClose) {
      // Elsewhere first: the focus has to come back by itself.
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await button.focus();
      await page.keyboard.press('Enter');
      await dialog.getByRole('heading', { name: title }).waitFor();
      await dialog.getByRole('heading', { name: title }).click();
      expect(await dialog.isVisible()).toBe(true);
      await close(page);
      await dialog.waitFor({ state: 'hidden' });
      expect(await button.evaluate((own) => own === document.activeElement), way).toBe(true);
    }
    expect(lasting(problems)).toEqual([]);
  });

  it('shows the figure as a reader will see it, and what to paste follows every choice', async () => {
    const { page, problems } = await open('?run=pizza&step=300&circles=equal');
    const dialog = await openFigureDialog(page, title);
    const circles = preview(page).getByRole('img', { name: /^frequency \d+/i });
    await circles.first().waitFor();
    expect(await element(dialog).inputValue()).toMatch(
      /^<clock-pizza figure="circles" run="pizza" circles="equal" step="\d+">/,
    );

    await dialog
      .getByRole('combobox', { name: 'Shows' })
      .selectOption({ label: 'the recorded run “Clock”' });
    await dialog.getByRole('button', { name: 'Dark' }).click();
    await dialog.getByRole('checkbox', { name: /play button/i }).uncheck();
    await dialog.getByRole('checkbox', { name: /plays by itself/i }).check();
    expect(await element(dialog).inputValue()).toMatch(
      /^<clock-pizza figure="circles" run="clock" circles="equal" theme="dark" controls="0" autoplay>/,
    );
    expect(await frame(dialog).inputValue()).toMatch(
      /^<iframe src="[^"]*\?embed=circles&amp;run=clock&amp;circles=equal&amp;theme=dark&amp;controls=0&amp;autoplay=1"/,
    );
    const address = preview(page).locator('html');
    await expect.poll(() => address.getAttribute('data-theme')).toBe('dark');
    await expect.poll(() => address.evaluate(() => window.location.search)).toContain('run=clock');
    expect(await preview(page).getByRole('button', { name: /play/i }).count()).toBe(0);

    await dialog.getByRole('combobox', { name: 'Shows' }).selectOption({ index: 6 });
    expect(await dialog.getByRole('checkbox', { name: /plays by itself/i }).count()).toBe(0);
    expect(await element(dialog).inputValue()).toMatch(
      /^<clock-pizza figure="circles" circles="equal" theme="dark" controls="0">/,
    );
    await dialog.getByRole('checkbox', { name: /play button/i }).check();
    await preview(page)
      .getByText(/^trains in your browser: /i)
      .waitFor();
    expect(lasting(problems)).toEqual([]);
  });

  it('has the frame as high as its figure', async () => {
    const { page } = await open('?run=pizza');
    const dialog = await openFigureDialog(page, title);
    const height = async () => Number(/height="(\d+)"/.exec(await frame(dialog).inputValue())?.[1]);
    await expect.poll(height).not.toBe(420);
    // The preview is that of a column of a post, made to fit.
    const { width = 0, height: shown = 0 } =
      (await page.getByTitle(`Preview: ${title}`).boundingBox()) ?? {};
    await expect.poll(async () => (await height()) * width).toBeCloseTo(680 * shown, -3);
  });

  it('copies exactly what it shows', async () => {
    const { page, problems } = await open('?run=pizza', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const dialog = await openFigureDialog(page, title);
    await dialog.getByRole('combobox', { name: 'I write in' }).selectOption('Notion');
    await expect.poll(() => frame(dialog).inputValue()).not.toContain('height="420"');
    for (const [label, button] of [
      [/^element/i, 'Copy element'],
      [/^plain frame/i, 'Copy frame'],
      [/^for notion/i, 'Copy this'],
    ] as const) {
      const text = await dialog.getByRole('textbox', { name: label }).inputValue();
      await dialog.getByRole('button', { name: button }).click();
      await dialog.getByRole('status').filter({ hasText: 'Copied' }).first().waitFor();
      await expect.poll(() => clipboard(page)).toBe(text);
    }
    await dialog.getByRole('button', { name: 'Share the run' }).click();
    for (const [label, button] of [
      ['Link', 'Copy link'],
      ['Cite the paper', 'Copy BibTeX'],
      ['Cite this page and run', 'Copy BibTeX of the page'],
    ] as const) {
      const text = await dialog.getByRole('textbox', { name: label }).inputValue();
      await dialog.getByRole('button', { name: button, exact: true }).click();
      await expect.poll(() => clipboard(page)).toBe(text);
    }
    expect(lasting(problems)).toEqual([]);
  });

  it('is about the run alone where no figure was meant', async () => {
    const { page, problems } = await open('?run=pizza');
    const dialog = await openRunDialog(page);
    expect(await dialog.getByRole('button', { name: 'Save the picture' }).count()).toBe(0);
    expect(await dialog.getByRole('textbox', { name: 'Link' }).inputValue()).toMatch(
      /\/\?run=pizza$/,
    );
    expect(lasting(problems)).toEqual([]);
  });
});
