import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  embeddedFigure,
  type FigureName,
  figureNames,
} from '../../../src/state/embedding/figures.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { wrongAnywhere } from '../../support/everywhere.ts';
import { waitForState } from '../../support/lab-page.ts';

const subjects = [['run', 'map'], ['network'], ['idea', 'view']] as const;

/** Where the figure of a network is there only once that has been analysed. */
const isNetwork = (name: FigureName) => embeddedFigure(name).subject === 'network';

/** Waits until the frame is the figure's, with something in it that is drawn or can be used. */
async function waitForFigure(page: Page, name: FigureName): Promise<void> {
  const main = page.getByRole('main', { name: embeddedFigure(name).title, exact: true });
  await main.waitFor();
  await page.getByText('Loading …', { exact: true }).waitFor({ state: 'hidden' });
  if (isNetwork(name)) await page.locator('[aria-busy="false"]').waitFor();
  const drawn = main.getByRole('img').or(main.getByRole('application'));
  const used = main.getByRole('slider').or(main.getByRole('table')).or(main.getByRole('term'));
  await drawn.or(used).first().waitFor();
  await main.getByRole('link', { name: /^The Clock and the Pizza/ }).waitFor();
}

/** In a column of 320 pixels: whether there is a figure, and what it says it cannot do. */
async function inColumn(page: Page) {
  const main = page.getByRole('main');
  const refusals = page.getByRole('status').getByText(/not possible|cannot/);
  return {
    isHigh: ((await main.boundingBox())?.height ?? 0) > 150,
    refusals: await refusals.count(),
  };
}

describeInBrowser('embedded figures show something, and are accessible', ({ open, address }) => {
  it.each(subjects)('of a %s', { timeout: 240_000 }, async (...chosen) => {
    const names = figureNames.filter((name) =>
      chosen.some((subject) => subject === embeddedFigure(name).subject),
    );
    expect(names.length).toBeGreaterThan(0);
    const { page, problems } = await open('about:blank', { reducedMotion: 'reduce' });
    const wrong: string[] = [];
    for (const name of names) {
      await page.setViewportSize({ width: 320, height: 700 });
      await page.goto(`${await address()}?embed=${name}&run=pizza`);
      await waitForFigure(page, name);
      expect(await inColumn(page), name).toEqual({ isHigh: true, refusals: 0 });
      wrong.push(...(await wrongAnywhere(page, name)));
      expect(problems, name).toEqual([]);
    }
    expect(wrong).toEqual([]);
  });

  it('before, during and after training', async () => {
    const { page, problems } = await open('?embed=learning&p=59&steps=20000&backend=cpu');
    expect(await wrongAnywhere(page, 'before')).toEqual([]);
    await page.getByRole('button', { name: /train/i }).first().click();
    await waitForState(page, 'training');
    expect(await wrongAnywhere(page, 'during')).toEqual([]);
    await page.getByRole('button', { name: /pause/i }).first().click();
    await waitForState(page, 'paused');
    expect(await wrongAnywhere(page, 'after')).toEqual([]);
    expect(problems).toEqual([]);
  });
});
