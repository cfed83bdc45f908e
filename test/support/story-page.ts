/** The story as somebody reads it. */
import type { Page } from 'playwright-core';

/** Its chapters, in order. */
export const titles = [
  'Adding on a clock face',
  'Fifty-nine strangers',
  'The Clock: turn one hand by the other',
  'The Pizza: meet in the middle',
  'Train one now',
  'Inside it',
  'Telling them apart',
  'Turn the knob',
  'Not one algorithm but an ensemble',
  'What is contested, and what nobody knows',
  'Why it matters',
];

/** Scrolls through the page, so that everything has been loaded. */
export async function readAll(page: Page): Promise<void> {
  for (const title of titles) {
    await page.getByRole('heading', { name: title }).scrollIntoViewIfNeeded();
    await page.waitForTimeout(150);
  }
}
