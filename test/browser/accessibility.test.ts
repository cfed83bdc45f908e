import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { openAndAnalyse } from '../support/inspection-page.ts';
import { trainButton, waitForStep } from '../support/lab-page.ts';
import { violations } from '../support/violations.ts';

describeInBrowser('accessibility', ({ open }) => {
  it.each([
    ['light', { width: 1440, height: 900 }],
    ['dark', { width: 1440, height: 900 }],
    ['light', { width: 390, height: 844 }],
  ] as const)('has no serious violations: %s, %o', async (theme, viewport) => {
    const query = `?p=12&width=16&steps=100000&theme=${theme}&frobnicate=1`;
    const { page, problems } = await open(query, { viewport });
    expect(await violations(page)).toEqual([]);

    await trainButton(page).click();
    await waitForStep(page, 20);
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['light', { width: 1440, height: 900 }],
    ['dark', { width: 390, height: 844 }],
  ] as const)('has none inside a network either: %s, %o', async (theme, viewport) => {
    const { page, problems } = await open(`?view=inside&theme=${theme}`, { viewport });
    expect(await violations(page)).toEqual([]);
    await openAndAnalyse(page);
    expect(await violations(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(problems).toEqual([]);
  });
});
