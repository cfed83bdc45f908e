import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  pauseAndSettle,
  press,
  runStatus,
  trainButton,
  verdictCard,
  waitForState,
  waitForStep,
} from '../support/lab-page.ts';

const longRun = '?p=11&width=16&steps=100000';

describeInBrowser('pausing and stepping', ({ open }) => {
  it('stops at a pause and goes on from there', async () => {
    const { page, problems } = await open(longRun);
    await trainButton(page).click();
    await waitForStep(page, 5);
    const stopped = await pauseAndSettle(page);
    await page.waitForTimeout(1000);
    expect(await runStatus(page)).toMatchObject({ state: 'paused', step: stopped });
    expect(await verdictCard(page).textContent()).toContain(stopped.toLocaleString('en'));

    await trainButton(page).click();
    await waitForState(page, 'training');
    await waitForStep(page, stopped + 5);
    expect(problems).toEqual([]);
  });

  it('makes exactly one step at a time', async () => {
    const { page, problems } = await open('?p=11&width=16&steps=3');
    for (const step of [1, 2]) {
      await press(page, /^step$/i);
      await waitForStep(page, step);
      await page.waitForTimeout(300);
      expect(await runStatus(page)).toMatchObject({ state: 'paused', step });
    }
    await press(page, /^step$/i);
    await waitForState(page, 'done');
    expect((await runStatus(page)).step).toBe(3);
    expect(problems).toEqual([]);
  });

  it('steps after a pause, and trains after a step', async () => {
    const { page, problems } = await open(longRun);
    await trainButton(page).click();
    await waitForStep(page, 5);
    const stopped = await pauseAndSettle(page);
    await press(page, /^step$/i);
    await waitForStep(page, stopped + 1);
    expect(await runStatus(page)).toMatchObject({ state: 'paused', step: stopped + 1 });
    await trainButton(page).click();
    await waitForStep(page, stopped + 5);
    expect((await runStatus(page)).state).toBe('training');
    expect(problems).toEqual([]);
  });

  it('keeps to a speed limit', async () => {
    const { page, problems } = await open(longRun);
    await page
      .getByRole('combobox', { name: /^speed/i })
      .selectOption({ label: '5 steps a second' });
    await trainButton(page).click();
    await waitForStep(page, 1);
    const began = Date.now();
    await waitForStep(page, 11);
    // Two seconds, less the one that a busy machine may catch up on; without a limit, a tenth.
    expect(Date.now() - began).toBeGreaterThan(900);
    await page.getByRole('combobox', { name: /^speed/i }).selectOption({ index: 0 });
    await waitForStep(page, 40);
    expect(problems).toEqual([]);
  });
});
