import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  runStatus,
  statesSeen,
  trainToTheEnd,
  verdictCard,
  watchStates,
} from '../support/lab-page.ts';
import { circlePictures, countColours, heatmapPicture } from '../support/pictures.ts';
import { expectLearnedPage } from '../support/trained-page.ts';

describeInBrowser('a run without WebGPU', ({ open }) => {
  it('trains on WebAssembly and shows everything it learned', async () => {
    const { page, problems } = await open('?p=11&width=32&attention=0&steps=200');
    expect(await runStatus(page)).toEqual({ state: 'idle', step: 0, backend: '', verdict: '' });

    await watchStates(page);
    await trainToTheEnd(page);

    expect(await statesSeen(page)).toEqual(['loading', 'training', 'done']);
    expect(await runStatus(page)).toMatchObject({ state: 'done', step: 200, backend: 'wasm' });
    await expectLearnedPage(page, { step: 200, circles: 5 });
    expect(problems).toEqual([]);
  });

  it('shows at most six circles', async () => {
    const { page, problems } = await open('?p=17&width=16&steps=3');
    await trainToTheEnd(page);
    expect(await circlePictures(page).count()).toBe(6);
    expect(problems).toEqual([]);
  });

  it('invites before the first run and draws nothing yet', async () => {
    const { page, problems } = await open('?p=11');
    expect(await circlePictures(page).count()).toBe(0);
    expect(await heatmapPicture(page).count()).toBe(0);
    expect(await verdictCard(page).textContent()).toMatch(/clock or pizza/i);
    expect(await page.getByText(/press train/i).count()).toBeGreaterThan(0);
    expect(problems).toEqual([]);
  });

  it('trains a linear model too', async () => {
    const { page, problems } = await open('?model=linear-beta&p=7&width=16&steps=30');
    await trainToTheEnd(page);
    expect(await countColours(heatmapPicture(page))).toBeGreaterThan(5);
    expect(await circlePictures(page).count()).toBe(3);
    expect(problems).toEqual([]);
  });
});
