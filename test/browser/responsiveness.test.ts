import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  pauseAndSettle,
  press,
  runStatus,
  trainButton,
  waitForState,
  waitForStep,
} from '../support/lab-page.ts';
import {
  type Delays,
  delaysOf,
  forgetDelays,
  longestTask,
  noteSpeed,
} from '../support/page-speed.ts';

const paper = '?p=59&width=128&attention=0&backend=wasm&steps=20000';

/** How long a phone trains, seconds; a minute when budgets are looked at by hand. */
const secondsOnPhone = Number(process.env.PHONE_SECONDS ?? 12);

/** What visitors do while a network trains: each press answers in the page. */
const things = ['Equal size', 'True size', 'a, b', 'a−b, a+b'];

/** One press after the other, as fast as somebody who is curious. @returns how many */
async function beCurious(page: Page, rounds: number, touch: boolean): Promise<number> {
  for (let round = 0; round < rounds; round++) {
    for (const name of things) {
      const button = page.getByRole('button', { name, exact: true });
      await (touch ? button.tap() : button.click());
      await page.waitForTimeout(150);
      expect(await button.getAttribute('aria-pressed')).toBe('true');
    }
  }
  return rounds * things.length;
}

function report(name: string, { interactions, median, p95, longest }: Delays, task: number): void {
  process.stdout.write(
    `${name}: ${interactions} presses answered within ${median} ms (median), ${p95} ms (p95), ${longest} ms (all); longest task ${task.toFixed(0)} ms\n`,
  );
}

/** A phone whose processor is a quarter as fast as this machine's. */
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const slowdown = 4;

describeInBrowser('a page that trains at the size of the paper', ({ open, address }) => {
  it('answers while it trains, and pauses at once', async () => {
    const { page, problems } = await open('about:blank');
    await noteSpeed(page);
    await page.goto((await address()) + paper);
    await trainButton(page).click();
    await waitForStep(page, 5);
    await forgetDelays(page);
    const before = (await runStatus(page)).step;
    const interactions = await beCurious(page, 10, false);
    report('Training on a desk', await delaysOf(page, interactions), await longestTask(page));
    expect((await runStatus(page)).step).toBeGreaterThan(before);
    await pauseAndSettle(page);
    expect(problems).toEqual([]);
  });

  it('goes on and answers on a slow phone', async () => {
    const { page, problems } = await open('about:blank', phone);
    await noteSpeed(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto((await address()) + paper);
    await trainButton(page).tap();
    await waitForStep(page, 5);
    await forgetDelays(page);
    const began = performance.now();
    let interactions = 0;
    let step = (await runStatus(page)).step;
    while (performance.now() - began < 1000 * secondsOnPhone) {
      interactions += await beCurious(page, 1, true);
      const reached = (await runStatus(page)).step;
      expect(reached).toBeGreaterThan(step);
      step = reached;
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    report(
      `Training on a phone, ${slowdown} times slower, for ${seconds} s`,
      await delaysOf(page, interactions),
      await longestTask(page),
    );
    await press(page, /^pause/i);
    await waitForState(page, 'paused');
    expect(problems).toEqual([]);
  });
});
