import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  pauseAndSettle,
  press,
  shownLosses,
  timelineSlider,
  trainButton,
  waitForStep,
} from '../support/lab-page.ts';
import { mapFigure, waitForCounts } from '../support/map-page.ts';
import { violations } from '../support/violations.ts';

/** The button of a figure that opens its tables. */
function tableButton(page: Page, figure: string): Locator {
  return page.getByRole('button', { name: `Show as a table: ${figure}`, exact: true });
}

/** Opens the tables of a figure. @returns those that are unfolded */
async function openTables(page: Page, figure: string): Promise<Locator> {
  const button = tableButton(page, figure);
  await button.click();
  expect(await button.getAttribute('aria-expanded')).toBe('true');
  const id = await button.getAttribute('aria-controls');
  const tables = page.locator(`[id="${id}"]`);
  await tables.waitFor();
  return tables.getByRole('table');
}

/** Cells of the row with this name. */
async function cellsOf(table: Locator, name: string): Promise<string[]> {
  const row = table
    .getByRole('row')
    .filter({ has: table.page().getByRole('rowheader', { name, exact: true }) });
  return row.getByRole('cell').allTextContents();
}

/** What a figure says to those who do not see it. */
async function labelOf(figure: Locator): Promise<string> {
  return (await figure.first().getAttribute('aria-label')) ?? '';
}

describeInBrowser('tables of figures', ({ open }) => {
  it('say what the figures say, in the lab, inside, on the map and in the story', async () => {
    const { page, problems } = await open('?view=lab&run=pizza');

    // Circles: share and shape as in the label, the points folded.
    const circle = page.getByRole('img', { name: /^frequency \d+/i });
    const [, k = '', share, shape = ''] =
      /^Frequency (\d+), (\d+) % of power, (\w+)$/.exec(await labelOf(circle)) ?? [];
    const circles = await openTables(page, 'Embedding circles');
    const cells = await cellsOf(circles.first(), k);
    expect(Math.round(Number(cells[0]))).toBe(Number(share));
    expect(cells[2]).toBe(shape);
    await page.getByText(`Points of circle ${k}`).click();
    expect(await circles.nth(1).getByRole('row').count()).toBe(60);

    // Every other card has a table, whose last or marked row is what its label tells.
    const losses = await openTables(page, 'Loss');
    const current = losses.locator('[aria-current="true"]');
    const told = await shownLosses(page);
    expect(await current.getByRole('rowheader').textContent()).toBe('4,000');
    expect((await current.getByRole('cell').allTextContents()).map(Number)).toEqual([
      told.train,
      told.test,
    ]);
    const heatmap = await openTables(page, 'Correct logit');
    const lowest = await heatmap
      .getByRole('row')
      .evaluateAll((rows) =>
        Math.min(
          ...rows.slice(1).map((row) => Number(row.children[2]?.textContent?.replace('−', '-'))),
        ),
      );
    expect(await labelOf(page.getByRole('img', { name: /^logit of the/i }))).toContain(
      `from ${lowest.toFixed(1)} to`,
    );
    for (const [figure, columns] of [
      ['Accuracy', ['step', 'train (%)', 'test (%)']],
      ['The two measures', ['step', 'GS', 'q']],
      ['Path to a verdict', ['step', 'GS', 'q', 'region']],
    ] as const) {
      const table = await openTables(page, figure);
      expect(await table.getByRole('columnheader').allTextContents()).toEqual(columns);
      expect(await table.getByRole('row').count()).toBe(61);
    }

    // The frame of a table can be reached and scrolled; the tables follow the step on screen.
    const frame = page.getByRole('region', { name: /^loss over training steps/i });
    await frame.focus();
    await page.keyboard.press('End');
    await expect.poll(() => frame.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
    await timelineSlider(page).focus();
    await page.keyboard.press('Home');
    await expect.poll(() => current.getByRole('rowheader').textContent()).toBe('0');
    await expect.poll(() => circles.first().textContent()).toContain('at step 0 (p = 59)');
    await tableButton(page, 'Loss').click();
    expect(await losses.count()).toBe(0);
    await page.keyboard.press('Tab');

    // Inside: what each circle computes; arrow keys on its points and on the strongest.
    await timelineSlider(page).press('End');
    await page.getByRole('button', { name: 'Look inside', exact: true }).click();
    const fits = await openTables(page, 'Circle by circle');
    const ring = page.getByRole('img', { name: `Frequency ${k},` });
    expect(await labelOf(ring)).toContain('% of power, round; a Pizza circle.');
    expect((await cellsOf(fits, k))[0]).toBe('Pizza');
    await ring.focus();
    await page.keyboard.press('End');
    await expect
      .poll(() => page.getByText(/^residue \d+ · next on the circle: 0 ·/).count())
      .toBeGreaterThan(0);
    const isolation = await openTables(page, 'Circles, on and off');
    await page.getByRole('button', { name: /^keep the strongest 1:/i }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await cellsOf(isolation.first(), '20')).at(-1)).toBe('off');
    await page.getByRole('group', { name: /^circles of the network\..* switched off/i }).waitFor();
    for (const figure of [
      'How it arrives at one sum',
      'What the neurons listen to',
      'One neuron over all pairs',
      'Spectrum of the embedding',
      'The numbers each side points at',
    ]) {
      const table = await openTables(page, figure);
      expect(await table.getByRole('row').count(), figure).toBeGreaterThan(3);
      await tableButton(page, figure).click();
    }

    // The map: a row a run, and the one that Enter picks is marked.
    await page.getByRole('button', { name: 'Map many', exact: true }).click();
    await waitForCounts(page, /37 of 37 runs count/);
    const runs = await openTables(page, 'Which algorithm emerges');
    expect(await runs.getByRole('row').count()).toBe(38);
    await mapFigure(page).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => runs.locator('[aria-current="true"]').count()).toBe(1);
    expect(await labelOf(mapFigure(page))).toMatch(/Picked: α 0 · width 128/);

    // The story: a table follows what is moved by hand.
    await page.getByRole('button', { name: 'The story', exact: true }).click();
    const face = await openTables(page, 'Adding on a clock face');
    expect(await cellsOf(face, 'a + b')).toEqual(['2', '60']);
    await page.getByRole('slider', { name: /^a, where the hand points/i }).press('ArrowRight');
    await expect.poll(() => cellsOf(face, 'a + b')).toEqual(['3', '90']);
    const votes = page.getByRole('img', { name: /^votes for c from 0 to 58\. highest/i });
    await votes.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.getByText(/^c = \d+: vote /).count()).toBeGreaterThan(0);
    expect(problems).toEqual([]);
  });

  it('follow a run as it trains, in a narrow window without widening it', async () => {
    const { page, problems } = await open('?p=11&width=16&steps=100000', {
      viewport: { width: 360, height: 800 },
    });
    await tableButton(page, 'Loss').click();
    await page.getByText('The figure shows no numbers yet.').waitFor();
    await trainButton(page).click();
    await waitForStep(page, 20);
    const rows = page.getByRole('table', { name: /^loss over/i }).getByRole('row');
    await expect.poll(() => rows.count()).toBeGreaterThan(1);
    const before = await rows.count();
    await expect.poll(() => rows.count()).toBeGreaterThan(before);
    await pauseAndSettle(page);
    await openTables(page, 'Correct logit');
    await press(page, /^show as a table: embedding circles/i);
    await page.getByText(/all cells: rows a − b/).click();
    await page.getByRole('region', { name: /all cells/ }).waitFor();
    expect(
      await page
        .getByRole('region', { name: /all cells/ })
        .locator('td')
        .count(),
    ).toBe(121);
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(widths[0]).toBe(widths[1]);
    expect(await violations(page)).toEqual([]);
    // Numbers that come by themselves are not read out.
    expect(await page.locator('[aria-live] table, [role="status"] table').count()).toBe(0);
    expect(problems).toEqual([]);
  });
});
