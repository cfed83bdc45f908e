import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { decodeAddress } from '../../src/state/url.ts';
import { describeInBrowser } from '../support/browser.ts';
import { waitForAnalysis } from '../support/inspection-page.ts';
import {
  runStatus,
  shownLosses,
  timelineSlider,
  trainToTheEnd,
  verdictCard,
  waitForState,
} from '../support/lab-page.ts';
import {
  closeDialog,
  dropFiles,
  measuresOf,
  openRunDialog,
  type SavedFile,
  saved,
  trainToButton,
  waitForShownStep,
} from '../support/share-page.ts';

const tiny = '?p=13&width=16&steps=3000&backend=wasm';

/** All files of the run on screen by the labels of their buttons. */
async function everyFile(page: Page) {
  const dialog = await openRunDialog(page);
  const file = (name: string) => saved(dialog.getByRole('button', { name, exact: true }));
  const files = {
    recording: await file('Recording'),
    json: await file('Measures, JSON'),
    csv: await file('Measures, CSV'),
    weights: await file('Weights'),
    bib: await file('Save both as .bib'),
  };
  await closeDialog(page);
  return files;
}

/** What a visitor sees of the run, apart from pictures. */
async function seen(page: Page) {
  const { steps, configuration } = await measuresOf(page);
  const settings = decodeAddress(new URL(page.url()).search).configuration;
  const { verdict } = await runStatus(page);
  const card = await verdictCard(page).textContent();
  return { losses: await shownLosses(page), steps, configuration, settings, verdict, card };
}

/** Results as a recording keeps them: six digits, fewer of the circles. */
function nearly(steps: Awaited<ReturnType<typeof seen>>['steps']) {
  return steps.map(({ step, verdict, trainLoss, testLoss }) =>
    expect.objectContaining({
      ...{ step, verdict },
      trainLoss: expect.closeTo(Number(trainLoss), 4),
      testLoss: expect.closeTo(Number(testLoss), 4),
    }),
  );
}

describeInBrowser('files of a recorded run', ({ open }) => {
  it('have its name, and show the same step, verdict and curves again', async () => {
    const { page, problems } = await open('?run=pizza&step=300');
    await waitForShownStep(page, 272);
    const files = await everyFile(page);
    expect(Object.values(files).map(({ name }) => name)).toEqual([
      'p59-width128-attention0-seed1-step272.run',
      'p59-width128-attention0-seed1-step272-measures.json',
      'p59-width128-attention0-seed1-step272-measures.csv',
      'p59-width128-attention0-seed1-step4000.safetensors',
      'clock-and-pizza.bib',
    ]);
    const original = await seen(page);
    expect(original.steps).toHaveLength(60);
    for (const file of [files.recording, files.json, files.csv]) {
      await expectAgain(file, 272, original);
    }

    const bib = await open('?view=story');
    await dropFiles(bib.page, [files.bib]);
    await waitForShownStep(bib.page, 272);
    expect(await seen(bib.page)).toEqual(original);
    expect([...problems, ...bib.problems]).toEqual([]);
  });

  it('are its weights too, which open from the inside', async () => {
    const { page, problems } = await open('?run=pizza');
    const { weights } = await everyFile(page);
    await dropFiles(page, [weights]);
    await page.getByRole('heading', { name: weights.name }).waitFor();
    await waitForAnalysis(page);
    expect(
      await page
        .getByText(/p = 59, width 128, α = 0/)
        .first()
        .isVisible(),
    ).toBe(true);
    expect(problems).toEqual([]);
  });

  async function expectAgain(
    file: SavedFile,
    step: number,
    original: Awaited<ReturnType<typeof seen>>,
  ) {
    const { page, problems } = await open('?view=map');
    await dropFiles(page, [file]);
    await waitForShownStep(page, step);
    const again = await seen(page);
    expect(again, file.name).toEqual(original);
    expect(await page.getByTitle(file.name, { exact: true }).isVisible()).toBe(true);
    expect(problems).toEqual([]);
  }
});

describeInBrowser('files of a run of one’s own', ({ open }) => {
  it('have its name, and show the same step, verdict and curves again', async () => {
    const { page, problems } = await open(tiny);
    await trainToTheEnd(page);
    await timelineSlider(page).press('ArrowLeft');
    await expect.poll(async () => (await shownLosses(page)).step).toBeLessThan(3000);
    const { step } = await shownLosses(page);
    expect(step).toBeGreaterThan(0);
    const files = await everyFile(page);
    const name = 'p13-width16-attention0-seed1-step';
    expect(files.recording.name).toBe(`${name}${step}.run`);
    expect(files.json.name).toBe(`${name}${step}-measures.json`);
    expect(files.csv.name).toBe(`${name}${step}-measures.csv`);
    expect(files.weights.name).toMatch(new RegExp(`^${name}\\d+\\.safetensors$`));
    const original = await seen(page);
    for (const file of [files.recording, files.json, files.csv]) {
      const fresh = await open('?p=31&attention=1');
      await dropFiles(fresh.page, [file]);
      await waitForShownStep(fresh.page, step);
      const again = await seen(fresh.page);
      if (file === files.recording) {
        expect(again).toEqual({ ...original, steps: nearly(original.steps) });
      } else expect(again, file.name).toEqual(original);
      expect(fresh.problems).toEqual([]);
    }

    const inside = await open();
    await dropFiles(inside.page, [files.weights]);
    await inside.page.getByRole('heading', { name: files.weights.name }).waitFor();
    await waitForAnalysis(inside.page);

    const cited = await open();
    await dropFiles(cited.page, [files.bib]);
    await trainToButton(cited.page, step).click();
    await waitForState(cited.page, 'paused');
    await waitForShownStep(cited.page, step);
    expect(await shownLosses(cited.page)).toEqual(original.losses);
    expect([...problems, ...inside.problems, ...cited.problems]).toEqual([]);
  });
});
