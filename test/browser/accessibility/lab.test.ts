import { expect, it } from 'vitest';
import { describeInBrowser } from '../../support/browser.ts';
import { wrongAnywhere } from '../../support/everywhere.ts';
import { pauseAndSettle, trainButton, waitForStep } from '../../support/lab-page.ts';
import { lasting, openFigureDialog } from '../../support/share-page.ts';

describeInBrowser('the lab is accessible', ({ open }) => {
  it('before, during and after training', async () => {
    // A wrong setting, so that there is a notice.
    const { page, problems } = await open('?p=59&backend=cpu&steps=20000&frobnicate=1');
    expect(await wrongAnywhere(page, 'before')).toEqual([]);
    await trainButton(page).click();
    await waitForStep(page, 1);
    expect(await wrongAnywhere(page, 'during')).toEqual([]);
    await pauseAndSettle(page);
    expect(await wrongAnywhere(page, 'paused')).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('with the offer to go on with a run that was left', async () => {
    const { page, problems } = await open('?p=13&width=16&steps=100000&backend=wasm');
    await trainButton(page).click();
    await waitForStep(page, 100);
    // It is kept once a second.
    await page.waitForTimeout(1500);
    await page.reload();
    await page.getByText(/A run of yours .* is kept in this browser/).waitFor();
    expect(await wrongAnywhere(page, 'offer')).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('after training, and in every part of the dialog of a figure', async () => {
    const { page, problems } = await open('?run=pizza');
    await page.getByRole('heading', { name: 'Pizza', exact: true }).first().waitFor();
    expect(await wrongAnywhere(page, 'after')).toEqual([]);
    const dialog = await openFigureDialog(page, 'Embedding circles');
    for (const part of ['Embed this figure', 'Save the picture', 'Share the run']) {
      await dialog.getByRole('button', { name: part }).click();
      const content =
        part === 'Save the picture' ? dialog.getByRole('img') : dialog.getByRole('textbox');
      await content.first().waitFor();
      expect(await wrongAnywhere(page, part)).toEqual([]);
      const sideways = await dialog.evaluate(
        (element) => element.scrollWidth - element.clientWidth,
      );
      expect(sideways, part).toBe(0);
    }
    expect(lasting(problems)).toEqual([]);
  });

  it('with help and tables open, and in the dialog about the page', async () => {
    const { page, problems } = await open('?run=pizza');
    await page.getByRole('button', { name: 'Show as a table: Embedding circles' }).click();
    await page.getByRole('table').first().waitFor();
    await page.getByRole('button', { name: 'What is the attention rate?' }).click();
    await page.getByRole('link', { name: /^chapter 8/i }).waitFor();
    expect(await wrongAnywhere(page, 'help')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'About this page' }).click();
    await page.getByRole('textbox', { name: 'Report' }).waitFor();
    expect(await wrongAnywhere(page, 'about')).toEqual([]);
    expect(problems).toEqual([]);
  });
});
