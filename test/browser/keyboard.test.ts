import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { runStatus, trainButton, waitForState, waitForStep } from '../support/lab-page.ts';

/** Presses Tab until an element whose text or label matches has the focus. */
async function tabTo(page: Page, name: RegExp, longest: number): Promise<void> {
  for (let presses = 0; presses < longest; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (name.test(focused.trim())) return;
  }
  throw new Error(`Tab did not reach ${name} in ${longest} presses.`);
}

describeInBrowser('the keyboard', ({ open }) => {
  it('starts and pauses training', async () => {
    const { page, problems } = await open('?p=11&width=16&steps=100000');
    await trainButton(page).waitFor();
    await tabTo(page, /train$/i, 9);
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement as Element).outlineStyle,
    );
    expect(outline).not.toBe('none');
    await page.keyboard.press('Enter');
    await waitForState(page, 'training');
    await waitForStep(page, 5);
    // The same button has kept the focus, whatever it was called in between.
    await page.keyboard.press('Enter');
    await waitForState(page, 'paused');
    expect(problems).toEqual([]);
  });

  it('keeps the focus on the buttons that step, reset and draw a new seed', async () => {
    const { page, problems } = await open('?p=11&width=16&steps=100000');
    await page.getByRole('button', { name: /^step$/i }).click();
    await waitForStep(page, 1);
    for (const name of [/step$/i, /reset$/i, /new seed$/i]) {
      const button = page.getByRole('button', { name });
      await button.focus();
      for (let presses = 0; presses < 2; presses++) {
        await page.keyboard.press('Enter');
        await waitForState(page, 'paused');
        const focused = button.evaluate((element) => element === document.activeElement);
        expect(await focused, String(name)).toBe(true);
      }
    }
    expect(problems).toEqual([]);
  });

  it('walks along a circle and over the heatmap', async () => {
    const { page, problems } = await open('?p=11&width=16&steps=3&autorun=1');
    await waitForState(page, 'done');
    for (const [name, answer] of [
      [/^frequency/i, /residue \d/i],
      [/^logit of the correct answer/i, /a = \d+, b = \d+/i],
    ] as const) {
      await page.getByRole('img', { name }).first().focus();
      await page.keyboard.press('ArrowRight');
      await page.getByText(answer).first().waitFor();
    }
    expect((await runStatus(page)).step).toBe(3);
    expect(problems).toEqual([]);
  });

  it('skips to the pictures', async () => {
    const { page, problems } = await open('?view=lab');
    await trainButton(page).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#pictures$/);
    await tabTo(page, /^step shown/i, 2);
    expect(problems).toEqual([]);
  });
});
