import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { embeddedFigure, type FigureName, figureNames } from '../../src/state/embedding/figures.ts';
import { describeInBrowser } from '../support/browser.ts';

/** Opens a figure in a frame of its own and looks at it. */
async function look(page: Page, base: string, name: FigureName) {
  await page.goto(`${base}?embed=${name}&run=pizza`);
  const main = page.getByRole('main', { name: embeddedFigure(name).title, exact: true });
  await main.waitFor();
  await page.getByText('Loading …', { exact: true }).waitFor({ state: 'hidden' });
  // Something is drawn, or can be used.
  const drawn = main.getByRole('img').or(main.getByRole('application'));
  const used = main.getByRole('slider').or(main.getByRole('table')).or(main.getByRole('term'));
  await drawn.or(used).first().waitFor();
  await main.getByRole('link', { name: /^The Clock and the Pizza/ }).waitFor();
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  const refusals = page.getByRole('status').getByText(/not possible|cannot/);
  return {
    name,
    isHigh: ((await main.boundingBox())?.height ?? 0) > 150,
    overflow,
    refusals: await refusals.count(),
  };
}

describeInBrowser('figures in a frame of 320 pixels', ({ open, address }) => {
  it.each(['run', 'network', 'map', 'idea', 'view'])(
    'show something, and nothing beside the frame, where their subject is: %s',
    async (subject) => {
      const names = figureNames.filter((name) => embeddedFigure(name).subject === subject);
      const base = await address();
      const lookInTurn = async (some: readonly FigureName[]) => {
        const { page, problems } = await open('about:blank', {
          viewport: { width: 320, height: 700 },
          reducedMotion: 'reduce',
        });
        for (const name of some) {
          const healthy = { name, isHigh: true, overflow: 0, refusals: 0 };
          expect(await look(page, base, name)).toEqual(healthy);
          expect(problems, name).toEqual([]);
        }
      };
      // Networks are analysed in the frame, each by a thread: two at a time.
      const half = Math.ceil(names.length / 2);
      await Promise.all([lookInTurn(names.slice(0, half)), lookInTurn(names.slice(half))]);
    },
  );
});
