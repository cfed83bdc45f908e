/** What every page shows after a run, whatever it trained on. */

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { runStatus, shownLosses, timelineSlider, verdictCard, verdictNumbers } from './lab-page.ts';
import { circlePictures, countColours, heatmapPicture, settledPictures } from './pictures.ts';

/**
 * Checks verdict, circles, heatmap and losses of a finished run, and that the train loss fell.
 * Leaves the timeline at step 0.
 *
 * @param expected the last step, and how many circles there should be
 */
export async function expectLearnedPage(
  page: Page,
  expected: { readonly step: number; readonly circles: number },
): Promise<void> {
  await expectVerdict(page, expected.step);
  await settledPictures(page);
  const circles = circlePictures(page);
  expect(await circles.count()).toBe(expected.circles);
  for (const circle of await circles.all()) {
    expect(await countColours(circle)).toBeGreaterThan(5);
  }
  const heatmap = heatmapPicture(page);
  expect(await heatmap.getAttribute('aria-label')).toMatch(/bands/i);
  expect(await countColours(heatmap)).toBeGreaterThan(5);
  await expectFallingLoss(page, expected.step);
}

async function expectVerdict(page: Page, step: number): Promise<void> {
  const { verdict } = await runStatus(page);
  expect(verdict).toMatch(/^(learning|pizza|clock|between|non-circular)$/);
  const text = await verdictCard(page).textContent();
  expect(text).toMatch(new RegExp(`at step ${step}`, 'i'));
  expect(text).toMatch(/still learning|pizza|clock|between|non-circular/i);
  const numbers = await verdictNumbers(page);
  for (const name of ['Gradient symmetricity', 'Distance irrelevance q', 'Circularity']) {
    for (const value of numbers[name] ?? ['missing']) expect(value).toMatch(/^[−-]?\d\.\d+$/);
  }
}

async function expectFallingLoss(page: Page, step: number): Promise<void> {
  const last = await shownLosses(page);
  expect(last.step).toBe(step);
  await timelineSlider(page).press('Home');
  await expect.poll(async () => (await shownLosses(page)).step).toBe(0);
  const first = await shownLosses(page);
  expect(last.train).toBeLessThan(0.9 * first.train);
}
