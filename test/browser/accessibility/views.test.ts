import { expect, it } from 'vitest';
import { describeInBrowser } from '../../support/browser.ts';
import { wrongAnywhere } from '../../support/everywhere.ts';
import { pickFiles, smallCheckpoint, waitForAnalysis } from '../../support/inspection-page.ts';
import { mapFigure, waitForCounts } from '../../support/map-page.ts';

describeInBrowser('other views are accessible', ({ open }) => {
  it('a network from the inside, before its file is opened, as it asks, and after', async () => {
    const { page, problems } = await open('?view=inside');
    expect(await wrongAnywhere(page, 'empty')).toEqual([]);
    await pickFiles(page, [smallCheckpoint()]);
    const analyse = page.getByRole('button', { name: /^analyse$/i });
    await page.getByRole('textbox', { name: /attention rate/i }).fill('7');
    await analyse.click();
    await page.getByText(/must be a number from 0 to 1/i).waitFor();
    expect(await wrongAnywhere(page, 'question')).toEqual([]);
    await page.getByRole('textbox', { name: /attention rate/i }).fill('0.5');
    await analyse.click();
    await waitForAnalysis(page);
    // The button that was pressed is gone; who uses a keyboard stands before the result.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('network-verdict');
    expect(await wrongAnywhere(page, 'opened')).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('the map, with a run picked', async () => {
    const { page, problems } = await open('?view=map');
    await waitForCounts(page, /37 of 37 runs count/);
    await mapFigure(page).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: /α = 1/ }).waitFor();
    expect(await wrongAnywhere(page, 'map')).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('the walk for an audience', async () => {
    const { page, problems } = await open('?view=present');
    await page.getByRole('region', { name: 'Verdict' }).getByText(/pizza/i).first().waitFor();
    expect(await wrongAnywhere(page, 'present')).toEqual([]);
    expect(problems).toEqual([]);
  });
});
