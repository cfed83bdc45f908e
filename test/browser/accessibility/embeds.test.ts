import { expect, it } from 'vitest';
import {
  embeddedFigure,
  type FigureName,
  figureNames,
} from '../../../src/state/embedding/figures.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { wrongAnywhere } from '../../support/everywhere.ts';
import { waitForState } from '../../support/lab-page.ts';

/** Two files' worth of figures, so that both processors have something to do. */
const subjects = [['run', 'map'], ['network'], ['idea', 'view']] as const;

/** Where the figure of a network is there only once that has been analysed. */
const isNetwork = (name: FigureName) => embeddedFigure(name).subject === 'network';

describeInBrowser('embedded figures are accessible', ({ open, address }) => {
  it.each(subjects)('of a %s', { timeout: 240_000 }, async (...chosen) => {
    const names = figureNames.filter((name) =>
      chosen.some((subject) => subject === embeddedFigure(name).subject),
    );
    expect(names.length).toBeGreaterThan(0);
    const { page, problems } = await open('about:blank');
    const wrong: string[] = [];
    for (const name of names) {
      await page.goto(`${await address()}?embed=${name}&run=pizza`);
      await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
      await page.getByText('Loading …', { exact: true }).waitFor({ state: 'hidden' });
      if (isNetwork(name)) await page.locator('[aria-busy="false"]').waitFor();
      wrong.push(...(await wrongAnywhere(page, name)));
    }
    expect(wrong).toEqual([]);
    expect(problems).toEqual([]);
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
