import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../../support/browser.ts';
import { wrongAnywhere } from '../../support/everywhere.ts';
import { waitForState } from '../../support/lab-page.ts';
import { readAll } from '../../support/story-page.ts';

/** The chapter in which a network is trained, and its live figure. */
async function live(page: Page) {
  await page.getByRole('heading', { name: 'Train one now' }).scrollIntoViewIfNeeded();
  return page.getByRole('button', { name: /Train it here/ });
}

/** Its formulas and figures are much to look at, six times over. */
const patience = { timeout: 240_000 };

describeInBrowser('the story is accessible', ({ open }) => {
  it('before, during and after training', patience, async () => {
    const { page, problems } = await open('?view=story&p=59&steps=20000&backend=cpu');
    await readAll(page);
    expect(await wrongAnywhere(page, 'before')).toEqual([]);
    await (await live(page)).click();
    await waitForState(page, 'training');
    expect(await wrongAnywhere(page, 'during')).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('after training', patience, async () => {
    const { page, problems } = await open('?view=story&p=7&width=16&steps=60');
    await (await live(page)).click();
    await waitForState(page, 'done');
    await readAll(page);
    expect(await wrongAnywhere(page, 'after')).toEqual([]);
    expect(problems).toEqual([]);
  });
});
