import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readPictureAddress } from '../../src/plots/picture/address.ts';
import { decodeGif } from '../plots/picture/decode-gif.ts';
import { describeInBrowser } from '../support/browser.ts';
import { runStatus } from '../support/lab-page.ts';
import {
  dropFiles,
  lasting,
  openFigureDialog,
  type SavedFile,
  saved,
  waitForShownStep,
} from '../support/share-page.ts';

const circles = 'Embedding circles';

/** Well-formed XML, as a program that reads SVG sees it. */
async function readSvg(page: Page, { bytes }: SavedFile) {
  // The page's own policy lets nobody parse markup.
  const reader = await page.context().newPage();
  const read = await reader.evaluate((text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      root: root.localName,
      broken: root.querySelector('parsererror')?.textContent ?? '',
      texts: [...root.querySelectorAll('text')].map(({ textContent }) => textContent),
      foreign: root.querySelectorAll('foreignObject, script, [href^="http"]').length,
      width: Number(root.getAttribute('width')),
      height: Number(root.getAttribute('height')),
    };
  }, bytes.toString('utf8'));
  await reader.close();
  return read;
}

/** Brightness of the upper left corner, 0 … 255. */
function brightness(page: Page, { bytes }: SavedFile): Promise<number> {
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    return Math.max(...(context?.getImageData(4, 4, 1, 1).data.subarray(0, 3) ?? []));
  }, bytes.toString('base64'));
}

describeInBrowser('the picture of a figure', ({ open }) => {
  it('is saved as SVG, PNG and GIF, each of which leads back to it', async () => {
    const { page, problems } = await open('?run=pizza&step=300');
    await waitForShownStep(page, 272);
    const dialog = await openFigureDialog(page, circles, 'Save the picture');
    await dialog.getByRole('img', { name: 'The figure as it will be saved' }).waitFor();
    const name = 'p59-width128-attention0-seed1-step272-circles';
    const svg = await saved(dialog.getByRole('button', { name: 'SVG' }));
    expect(svg.name).toBe(`${name}.svg`);
    const drawing = await readSvg(page, svg);
    expect(drawing).toMatchObject({ root: 'svg', broken: '', foreign: 0 });
    expect(drawing.texts).toContain(circles);
    expect(drawing.texts.join(' ')).toMatch(/k = \d+.*α = 0, seed 1, step 272/);

    const png = await saved(dialog.getByRole('button', { name: /^PNG/ }));
    expect(png.name).toBe(`${name}.png`);
    expect(png.bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([
      2 * drawing.width,
      2 * drawing.height,
    ]);
    expect(await brightness(page, png)).toBeGreaterThan(200);

    const gif = await saved(dialog.getByRole('button', { name: /^GIF/ }));
    expect(gif.name).toBe('p59-width128-attention0-seed1-step4000-circles.gif');
    const { frames, loops } = decodeGif(gif.bytes);
    expect(frames.length).toBeGreaterThan(20);
    expect(loops).toBe(0);
    await dialog.getByText(`Saved as ${gif.name}`).waitFor();

    for (const file of [svg, png, gif]) {
      const address = new URL(readPictureAddress(file.bytes) ?? '');
      expect(address.search).toBe('?run=pizza&step=272');
      const fresh = await open('?view=map');
      await dropFiles(fresh.page, [{ ...file, name: 'renamed.bin' }]);
      await waitForShownStep(fresh.page, 272);
      expect(new URL(fresh.page.url()).searchParams.get('run')).toBe('pizza');
      problems.push(...fresh.problems);
    }
    expect(lasting(problems)).toEqual([]);
  });

  it('has the colours of the page', async () => {
    const { page, problems } = await open('?run=pizza&theme=dark');
    const dialog = await openFigureDialog(page, 'Loss', 'Save the picture');
    const png = await saved(dialog.getByRole('button', { name: /^PNG/ }));
    expect(await brightness(page, png)).toBeLessThan(60);
    expect(png.name).toBe('p59-width128-attention0-seed1-step4000-loss.png');
    expect(lasting(problems)).toEqual([]);
  });

  it('can be that of an idea, which no run has made', async () => {
    const { page, problems } = await open();
    await page.getByRole('figure', { name: 'The Clock algorithm' }).scrollIntoViewIfNeeded();
    const dialog = await openFigureDialog(page, 'The Clock algorithm', 'Save the picture');
    expect(await dialog.getByRole('button', { name: /^GIF/ }).count()).toBe(0);
    const svg = await saved(dialog.getByRole('button', { name: 'SVG' }));
    expect(svg.name).toBe('clock-and-pizza-clock.svg');
    const drawing = await readSvg(page, svg);
    expect(drawing).toMatchObject({ root: 'svg', broken: '', foreign: 0 });
    expect(drawing.texts).toContain('The Clock algorithm');
    expect(lasting(problems)).toEqual([]);
  });

  it('is not drawn to the end when its animation is cancelled', async () => {
    const { page, problems } = await open('?run=pizza');
    const dialog = await openFigureDialog(page, circles, 'Save the picture');
    const files: string[] = [];
    page.on('download', (file) => files.push(file.suggestedFilename()));
    await dialog.getByRole('button', { name: /^GIF/ }).click();
    await dialog
      .getByText(/^Drawing …/)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.getByRole('button', { name: /^GIF/ }).waitFor();
    expect(await dialog.getByText(/^Drawing …|could not/).count()).toBe(0);
    const svg = await saved(dialog.getByRole('button', { name: 'SVG' }));
    expect(files).toEqual([svg.name]);
    expect((await runStatus(page)).state).toBe('paused');
    expect(lasting(problems)).toEqual([]);
  });
});
