import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { runStatus, waitForState } from '../support/lab-page.ts';
import { lasting } from '../support/share-page.ts';

/** More presses than any part of the page needs. */
const mostPresses = 70;

/** What somebody with a screen reader hears of the element that has the focus, and whether it is seen. */
function focused(page: Page): Promise<{ name: string; isSeen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const labels = (element as HTMLInputElement).labels ?? [];
    const label = [...labels].map(({ textContent }) => textContent).join(' ');
    const name = element.getAttribute('aria-label') || label || element.textContent || '';
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isInside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
    const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    return { name: name.trim(), isSeen: isInside && isMarked };
  });
}

/** Presses Tab until an element of this name has the focus; every stop on the way must be seen. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  while (passed.length < mostPresses) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    expect(stop.isSeen, `The focus is seen on “${stop.name.slice(0, 80)}”`).toBe(true);
    if (name.test(stop.name)) return;
    passed.push(stop.name.slice(0, 40));
  }
  throw new Error(`Tab did not reach ${name}: ${passed.join(' | ')}`);
}

describeInBrowser('without a mouse', ({ open }) => {
  it('leads from the address bar to a trained network and to its picture in a file', async () => {
    const { page, problems } = await open();
    await page.keyboard.press('Tab');
    expect((await focused(page)).name).toMatch(/^skip/i);
    await tabTo(page, /^watch it learn$/i);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Embedding circles' }).waitFor();

    await tabTo(page, /^small and quick$/i);
    await page.keyboard.press('Space');
    // A field is selected as a whole when Tab leads into it.
    await tabTo(page, /^modulus/i);
    await page.keyboard.type('7');
    await tabTo(page, /^more settings/i);
    await page.keyboard.press('Enter');
    await tabTo(page, /^steps/i);
    await page.keyboard.type('60');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Home');
    await backTo(page, /train$/i);
    await page.keyboard.press('Enter');
    await waitForState(page, 'done');
    expect((await runStatus(page)).step).toBe(60);

    await tabTo(page, /^embed · save.*embedding circles$/i);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Embedding circles' });
    await dialog.waitFor();
    await tabTo(page, /^save the picture$/i);
    await page.keyboard.press('Enter');
    await dialog.getByRole('img').waitFor();
    const download = page.waitForEvent('download');
    await tabTo(page, /svg/i);
    await page.keyboard.press('Enter');
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/p7.*step60.*\.svg$/);
    expect(await readFile(await saved.path(), 'utf8')).toMatch(/<svg[\s\S]*k = \d/);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    // Back where the dialog was opened.
    expect((await focused(page)).name).toMatch(/^embed · save.*embedding circles$/i);
    // The preview in the dialog goes before it has loaded.
    expect(lasting(problems)).toEqual([]);
  });
});

/** The same, backwards. */
async function backTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < mostPresses; presses++) {
    await page.keyboard.press('Shift+Tab');
    if (name.test((await focused(page)).name)) return;
  }
  throw new Error(`Shift+Tab did not lead back to ${name}.`);
}
