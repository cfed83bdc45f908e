/** The map page as a visitor meets it. */
import type { Locator, Page } from 'playwright-core';

/** The first map on the page, which arrow keys walk over. */
export function mapFigure(page: Page): Locator {
  return page.getByRole('application', { name: /attention rate across/i }).first();
}

/** Waits until a map says how many of its runs count. */
export async function waitForCounts(page: Page, text: RegExp): Promise<void> {
  await page.getByText(text).first().waitFor({ timeout: 60_000 });
}

/** Fills in the grid and starts the sweep. */
export async function startSweep(page: Page, grid: string): Promise<void> {
  await page.getByText('As one line').click();
  await page.getByRole('textbox', { name: 'Grid' }).fill(grid);
  await page.getByRole('button', { name: /^train \d+ runs$/i }).click();
}

/** Runs of the sweep that are finished, as the page says it. */
export async function finishedRuns(page: Page): Promise<number> {
  const text = await page
    .getByRole('region', { name: /your sweep/i })
    .getByText(/\d+ of \d+ runs/)
    .textContent();
  return Number(/^[\d,]+/.exec(text ?? '')?.[0].replace(',', ''));
}

/** Lines of a table for maps of many: without pictures, evenly spread over the map. */
export function manyLines(line: string, count: number): string {
  const { picture: _picture, ...run } = JSON.parse(line) as {
    configuration: Record<string, unknown>;
    picture: unknown;
  };
  return Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      ...run,
      configuration: {
        ...run.configuration,
        seed: index + 1,
        attention: Number(((index * 0.618034) % 1).toFixed(4)),
      },
      gradientSymmetricity: 1 - ((index * 0.754878) % 1) ** 3,
      distanceIrrelevance: (index * 0.569841) % 1,
    }),
  ).join('\n');
}
