import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { figureIn, waitForShown } from '../support/embed-page.ts';
import { onOtherSite, openHost, useHostPages } from '../support/host-page.ts';
import { lasting, openFigureDialog } from '../support/share-page.ts';

const around = (pasted: string) =>
  `<!doctype html><html lang="en"><head><title>A post</title><link rel="icon" href="data:,"></head><body>${pasted}</body></html>`;

describeInBrowser('what the dialog gives to paste', ({ open }) => {
  const pages = useHostPages();

  it('shows the figure on another site, as an element and as a frame', async () => {
    const { page } = await open('?run=pizza&step=300');
    const dialog = await openFigureDialog(page, 'Embedding circles');
    const element = await dialog.getByRole('textbox', { name: /^element/i }).inputValue();
    const frame = await dialog.getByRole('textbox', { name: /^plain frame/i }).inputValue();
    const step = Number(/step="(\d+)"/.exec(element)?.[1]);
    expect(step).toBeGreaterThan(200);

    const post = pages.serve(around(element));
    const posted = await openHost({ open }, onOtherSite(post));
    await waitForShown(posted.page, { step });
    await figureIn(posted.page)
      .getByRole('img', { name: /^frequency \d+/i })
      .first()
      .waitFor();
    expect(await posted.page.getByAltText('Embedding circles (The Clock').isVisible()).toBe(false);

    const framed = await openHost({ open }, onOtherSite(pages.serve(around(frame))));
    const figure = framed.page.frameLocator(
      'iframe[title="The Clock and the Pizza: Embedding circles"]',
    );
    await figure
      .getByRole('img', { name: /^frequency \d+/i })
      .first()
      .waitFor();
    expect(lasting([...posted.problems, ...framed.problems])).toEqual([]);
  });
});
