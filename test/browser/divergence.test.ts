import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  press,
  runStatus,
  trainButton,
  verdictNumbers,
  waitForState,
  waitForStep,
} from '../support/lab-page.ts';

/** Every step multiplies the weights by 1 − lr·decay = −9. */
const diverging = '?p=11&width=16&lr=1&decay=10&steps=300';

/** Fails when something that is no number was written or drawn as if it were one. */
async function expectNoGarbage(page: Page): Promise<void> {
  const texts = await page
    .locator('body *')
    .evaluateAll((elements) =>
      elements
        .filter(({ childElementCount }) => childElementCount === 0)
        .map(({ textContent }) => textContent ?? ''),
    );
  // A number written out in full length runs out of its figure.
  expect(texts.filter((text) => /NaN|Infinity|undefined|\d{11,}/.test(text))).toEqual([]);
  const attributes = await page
    .locator('svg *, [aria-label]')
    .evaluateAll((elements) =>
      elements.flatMap((element) => [...element.attributes].map(({ value }) => value)),
    );
  expect(attributes.filter((value) => /NaN|Infinity|undefined/.test(value))).toEqual([]);
  for (const value of Object.values(await verdictNumbers(page)).flat()) {
    expect(value).toMatch(/^([−-]?\d\.\d+|–)$/);
  }
}

describeInBrowser('a run that diverges', ({ open }) => {
  it('stops with a plain sentence and a way out', async () => {
    const { page, problems } = await open(diverging);
    await trainButton(page).click();
    await waitForState(page, 'failed');
    const sentence = page.getByRole('status').getByText(/diverged/i);
    expect(await sentence.textContent()).toMatch(/^Training diverged: at step \d+ .*\.$/);
    await expectNoGarbage(page);

    await press(page, /^reset with learning rate 0\.1/i);
    await waitForState(page, 'paused');
    expect((await runStatus(page)).step).toBe(0);
    expect(new URL(page.url()).searchParams.get('lr')).toBe('0.1');
    expect(await sentence.count()).toBe(0);
    await trainButton(page).click();
    await waitForStep(page, 30);
    await expectNoGarbage(page);
    expect(problems).toEqual([]);
  });

  it('does the same step by step', async () => {
    const { page, problems } = await open(diverging);
    for (let step = 1; (await runStatus(page)).state !== 'failed'; step++) {
      expect(step).toBeLessThan(60);
      await press(page, /^step$/i);
      await page.waitForFunction((wanted) => {
        const element = document.querySelector<HTMLElement>('[data-testid="run-status"]');
        return Number(element?.dataset.step) >= wanted || element?.dataset.state === 'failed';
      }, step);
      await expectNoGarbage(page);
    }
    expect(
      await page
        .getByRole('status')
        .getByText(/diverged/i)
        .isVisible(),
    ).toBe(true);
    expect(problems).toEqual([]);
  });

  it('can be reset with the same settings', async () => {
    const { page, problems } = await open(diverging);
    await trainButton(page).click();
    await waitForState(page, 'failed');
    await page
      .getByRole('button', { name: /^reset$/i })
      .last()
      .click();
    await waitForState(page, 'paused');
    expect(await runStatus(page)).toMatchObject({ state: 'paused', step: 0 });
    expect(problems).toEqual([]);
  });
});
