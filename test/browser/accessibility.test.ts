import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { root } from '../../src/setup/command.mjs';
import { describeInBrowser } from '../support/browser.ts';
import { openAndAnalyse } from '../support/inspection-page.ts';
import { trainButton, waitForStep } from '../support/lab-page.ts';

/** Serious and critical violations, each with the first places where it occurs. */
async function violations(page: Page): Promise<string[]> {
  const results = await page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
    return axe.run();
  });
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => {
      const places = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160));
      return `${id}: ${help}: ${places.join(' ')}`;
    });
}

describeInBrowser('accessibility', ({ open }) => {
  it.each([
    ['light', { width: 1440, height: 900 }],
    ['dark', { width: 1440, height: 900 }],
    ['light', { width: 390, height: 844 }],
  ] as const)('has no serious violations: %s, %o', async (theme, viewport) => {
    const query = `?p=12&width=16&steps=100000&theme=${theme}&frobnicate=1`;
    const { page, problems } = await open(query, { viewport });
    await page.addScriptTag({ path: `${root}node_modules/axe-core/axe.min.js` });
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
    await page.addScriptTag({ path: `${root}node_modules/axe-core/axe.min.js` });
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
