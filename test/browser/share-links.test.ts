import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { inspectedPart, waitForAnalysis } from '../support/inspection-page.ts';
import { runStatus, timelineSlider, trainToTheEnd, waitForState } from '../support/lab-page.ts';
import { waitForCounts } from '../support/map-page.ts';
import { settledPictures } from '../support/pictures.ts';
import {
  lasting,
  measuresOf,
  openFigureDialog,
  sharedLink,
  trainToButton,
  waitForShownStep,
} from '../support/share-page.ts';

/** Share of pixels that may differ: smoothed edges. */
const mostDifferent = 0.001;

/** How much two pictures of the same size differ, 0 … 1. */
function difference(page: Page, pictures: readonly Buffer[]): Promise<number> {
  return page.evaluate(
    async (files) => {
      const [first, second] = await Promise.all(
        files.map(async (file) => {
          const image = new Image();
          image.src = `data:image/png;base64,${file}`;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d');
          context?.drawImage(image, 0, 0);
          return context?.getImageData(0, 0, image.width, image.height).data ?? [];
        }),
      );
      if (first === undefined || first.length !== second?.length) return 1;
      let different = 0;
      for (let at = 0; at < first.length; at++) {
        if (Math.abs((first[at] ?? 0) - (second[at] ?? 0)) > 24) different++;
      }
      return different / first.length;
    },
    pictures.map((picture) => picture.toString('base64')),
  );
}

/** A figure as it is on screen, once it stands still. */
async function pictured(figure: Locator): Promise<Buffer> {
  await figure.scrollIntoViewIfNeeded();
  await settledPictures(figure.page());
  await figure.page().mouse.move(0, 0);
  return figure.screenshot({ animations: 'disabled' });
}

async function expectSame(first: Locator, second: Locator): Promise<void> {
  const pictures = [await pictured(first), await pictured(second)];
  expect(await difference(first.page(), pictures)).toBeLessThan(mostDifferent);
}

describeInBrowser('the link to what is on screen', ({ open }) => {
  it.each([
    ['?run=pizza&step=0', 0, '?run=pizza&step=0'],
    ['?run=pizza&step=300&heatmap=plain&circles=equal', 272, null],
    ['?run=clock', 4000, '?run=clock'],
  ] as const)('shows a recorded run again: %s', async (query, step, link) => {
    const first = await open(query);
    await waitForShownStep(first.page, step);
    const address = await sharedLink(first.page);
    if (link !== null) expect(new URL(address).search).toBe(link);
    const second = await open(address);
    await waitForShownStep(second.page, step);
    expect(await measuresOf(second.page)).toEqual(await measuresOf(first.page));
    for (const title of ['Embedding circles', 'Correct logit', 'Path to a verdict']) {
      const region = (page: Page) => page.getByRole('region', { name: title });
      await expectSame(region(first.page), region(second.page));
    }
    expect(lasting([...first.problems, ...second.problems])).toEqual([]);
  });

  it('shows a network from the inside again, with the sum and the order of its neurons', async () => {
    const first = await open('?run=pizza&view=inside&pair=3,51&neuron=plain');
    await waitForAnalysis(first.page);
    const second = await open(await sharedLink(first.page));
    await waitForAnalysis(second.page);
    for (const title of [/one sum/i, /^neuron \d+, frequency/i]) {
      await expectSame(inspectedPart(first.page, title), inspectedPart(second.page, title));
    }
    const { searchParams } = new URL(second.page.url());
    expect([searchParams.get('pair'), searchParams.get('neuron')]).toEqual(['3,51', 'plain']);
    expect(lasting([...first.problems, ...second.problems])).toEqual([]);
  });

  it('shows the map again, with its axis, colour and filter', async () => {
    const first = await open(
      '?view=map&map=setting&setting=width&colour=q&filter=width:all&circular=round',
    );
    await waitForCounts(first.page, /\d+ runs/);
    const dialog = await openFigureDialog(first.page, 'Which algorithm emerges', 'Share the run');
    const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
    await first.page.keyboard.press('Escape');
    const second = await open(link);
    await waitForCounts(second.page, /\d+ runs/);
    const map = (page: Page) => page.getByRole('region', { name: 'Which algorithm emerges' });
    await expectSame(map(first.page), map(second.page));
    expect(await map(second.page).textContent()).toBe(await map(first.page).textContent());
    expect(lasting([...first.problems, ...second.problems])).toEqual([]);
  });

  it('trains a run of one’s own to the same step, to the same numbers', async () => {
    const first = await open('?p=13&width=16&steps=3000&backend=wasm&circles=equal');
    await trainToTheEnd(first.page);
    for (let back = 0; back < 2; back++) await timelineSlider(first.page).press('ArrowLeft');
    await settledPictures(first.page);
    const { step, steps } = await measuresOf(first.page);
    expect(step).toBeGreaterThan(0);
    expect(step).toBeLessThan(3000);
    const link = await sharedLink(first.page);
    expect(new URL(link).searchParams.get('step')).toBe(String(step));

    const second = await open(link);
    expect((await runStatus(second.page)).state).toBe('idle');
    await trainToButton(second.page, step).click();
    await waitForState(second.page, 'paused');
    await waitForShownStep(second.page, step);
    const again = await measuresOf(second.page);
    expect(again.step).toBe(step);
    expect(again.steps.at(-1)).toEqual(steps.find((moment) => moment.step === step));
    const circles = (page: Page) => page.getByRole('region', { name: 'Embedding circles' });
    await expectSame(circles(first.page), circles(second.page));
    expect(lasting([...first.problems, ...second.problems])).toEqual([]);
  });
});
