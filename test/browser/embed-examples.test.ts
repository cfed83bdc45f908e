import type { FrameLocator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { figureIn, soon, waitForShown } from '../support/embed-page.ts';
import { violations } from '../support/violations.ts';

const widths = [390, 1440] as const;

const sidewaysOverflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const themeIn = (figure: FrameLocator) =>
  figure
    .getByRole('main')
    .evaluate(({ ownerDocument }) => ownerDocument.documentElement.dataset.theme);

describeInBrowser('the example of a blog post', ({ open }) => {
  it.each(widths)('shows its three figures and plays with one, %i pixels wide', async (width) => {
    const { page, problems } = await open('examples/blog-post.html', {
      viewport: { width, height: 900 },
    });
    await figureIn(page, 0).getByRole('main', { name: 'Embedding circles' }).waitFor();
    await waitForShown(page, { verdict: 'pizza', step: 4000 }, 0);

    const said = page.getByRole('status');
    await page.getByRole('button', { name: 'Before training' }).click();
    await waitForShown(page, { step: 0 }, 0);
    await said.getByText('The figure shows step 0.').waitFor();
    await page.getByRole('button', { name: 'Step 150' }).click();
    await said.getByText(/^The figure shows step 1\d\d\.$/).waitFor();
    await page.getByRole('button', { name: 'At the end' }).click();
    await said.getByText('The figure shows step 4000.').waitFor();

    await page.getByRole('button', { name: 'Light or dark' }).click();
    await expect.poll(() => themeIn(figureIn(page, 0)), soon).toBe('dark');
    await page.getByRole('button', { name: 'Light or dark' }).click();
    await expect.poll(() => themeIn(figureIn(page, 0)), soon).toBe('light');

    await page.getByRole('heading', { name: 'The Clock', exact: true }).scrollIntoViewIfNeeded();
    await figureIn(page, 1).getByText('c = a + b', { exact: false }).first().waitFor();
    await page.getByRole('heading', { name: 'The Pizza', exact: true }).scrollIntoViewIfNeeded();
    await figureIn(page, 2)
      .getByRole('img', { name: /^logit of the correct answer/i })
      .waitFor();
    await page.getByRole('link', { name: /^figures under a strict/ }).scrollIntoViewIfNeeded();
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });
});

describeInBrowser('the example under a strict policy', ({ open }) => {
  it.each(widths)('shows its three figures, %i pixels wide', async (width) => {
    const { page, problems } = await open('examples/strict-csp.html', {
      viewport: { width, height: 900 },
    });
    await figureIn(page, 0).getByRole('button', { name: 'about 0.5' }).waitFor();
    await page.getByRole('heading', { name: 'Two measures' }).scrollIntoViewIfNeeded();
    await waitForShown(page, { verdict: 'clock', step: 4000 }, 1);
    const plain = page.getByTitle('The Clock and the Pizza: the Pizza algorithm');
    await plain.scrollIntoViewIfNeeded();
    await plain
      .contentFrame()
      .getByRole('heading', { name: 'The Pizza algorithm' })
      .first()
      .waitFor();
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(problems).toEqual([]);
  });

  it.each(widths)('has no serious violations, %i pixels wide', async (width) => {
    const { page } = await open('examples/strict-csp.html', {
      viewport: { width, height: 900 },
    });
    await figureIn(page, 0).getByRole('button', { name: 'about 0.5' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
