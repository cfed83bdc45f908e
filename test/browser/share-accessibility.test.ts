import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { lasting, openFigureDialog } from '../support/share-page.ts';
import { violations } from '../support/violations.ts';

const parts = ['Embed this figure', 'Save the picture', 'Share the run'];

describeInBrowser('the dialog of a figure on a telephone', ({ open }) => {
  it.each(['light', 'dark'])(
    'is no wider than the screen and has no serious violations: %s',
    async (theme) => {
      const { page, problems } = await open(`?run=pizza&theme=${theme}`, {
        viewport: { width: 390, height: 844 },
      });
      const dialog = await openFigureDialog(page, 'Embedding circles');
      for (const part of parts) {
        await dialog.getByRole('button', { name: part }).click();
        const content =
          part === 'Save the picture' ? dialog.getByRole('img') : dialog.getByRole('textbox');
        await content.first().waitFor();
        expect(await violations(page), part).toEqual([]);
        const overflow = await dialog.evaluate((element) => [
          element.scrollWidth - element.clientWidth,
          document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ]);
        expect(overflow, part).toEqual([0, 0]);
        const box = await dialog.boundingBox();
        expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 390, part).toBe(true);
      }
      expect(lasting(problems)).toEqual([]);
    },
  );
});
