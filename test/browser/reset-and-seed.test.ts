import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  pauseAndSettle,
  press,
  runStatus,
  trainButton,
  verdictNumbers,
  waitForState,
  waitForStep,
} from '../support/lab-page.ts';
import { settledPictures } from '../support/pictures.ts';

/** Pictures and numbers of a paused page at step 0. */
async function untrainedPage(page: Page) {
  await waitForState(page, 'paused');
  expect((await runStatus(page)).step).toBe(0);
  return { pictures: await settledPictures(page), numbers: await verdictNumbers(page) };
}

describeInBrowser('starting over', ({ open }) => {
  it('goes back to the same untrained network on Reset', async () => {
    const { page, problems } = await open('?p=11&width=16&steps=100000');
    await press(page, /^step$/i);
    await waitForStep(page, 1);
    await press(page, /^reset$/i);
    const before = await untrainedPage(page);

    await trainButton(page).click();
    await waitForStep(page, 20);
    await pauseAndSettle(page);
    expect(await settledPictures(page)).not.toEqual(before.pictures);
    await press(page, /^reset$/i);
    expect(await untrainedPage(page)).toEqual(before);
    expect(problems).toEqual([]);
  });

  it('resets while training', async () => {
    const { page, problems } = await open('?p=11&width=16&steps=100000');
    await trainButton(page).click();
    await waitForStep(page, 5);
    await press(page, /^reset$/i);
    await waitForState(page, 'paused');
    await page.waitForTimeout(500);
    expect(await runStatus(page)).toMatchObject({ state: 'paused', step: 0 });
    expect(problems).toEqual([]);
  });

  it('starts from other weights with a new seed, and says so in the address', async () => {
    const { page, problems } = await open('?p=11&width=16&steps=100000&seed=7');
    await press(page, /^step$/i);
    await waitForStep(page, 1);
    await press(page, /^reset$/i);
    const before = await untrainedPage(page);

    await press(page, /^new seed$/i);
    const after = await untrainedPage(page);
    const seed = new URL(page.url()).searchParams.get('seed');
    expect(seed).not.toBe('7');
    expect(await page.getByRole('textbox', { name: /^seed/i }).inputValue()).toBe(seed);
    expect(after.numbers).not.toEqual(before.numbers);
    expect(after.pictures).not.toEqual(before.pictures);
    expect(problems).toEqual([]);
  });

  it('goes on training with a new seed when it was training', async () => {
    const { page, problems } = await open('?p=11&width=16&steps=100000&seed=7');
    await trainButton(page).click();
    await waitForStep(page, 5);
    await press(page, /^new seed$/i);
    await waitForState(page, 'training');
    await waitForStep(page, 5);
    expect(problems).toEqual([]);
  });
});
