import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { embeddedFigure, type FigureName, figureNames } from '../../src/state/embedding/figures.ts';
import { describeInBrowser } from '../support/browser.ts';
import { waitForAnalysis } from '../support/inspection-page.ts';
import { embedButton, embedButtons } from '../support/share-page.ts';

/** Figures of each view. */
const places: Readonly<Record<string, readonly FigureName[]>> = {
  lab: [
    ...(['circles', 'verdict', 'heatmap', 'loss', 'accuracy', 'measures', 'path'] as const),
    'two-ways',
  ],
  inside: [
    ...(['isolation', 'circle-by-circle', 'pair', 'neurons', 'neuron', 'spectrum'] as const),
    ...(['all-measures', 'debate', 'two-ways'] as const),
  ],
  map: ['map'],
  story: [
    ...(['clock-face', 'task', 'clock', 'pizza', 'learning', 'inside', 'telling-apart'] as const),
    ...(['same-answers', 'transition', 'ensemble', 'authors-networks'] as const),
  ],
};
/** Put together of figures that have buttons themselves. */
const composite: readonly FigureName[] = ['curves', 'lab'];

/** Titles that the buttons name, in no order. */
async function titlesOn(page: Page): Promise<string[]> {
  const labels = await embedButtons(page).evaluateAll((buttons) =>
    buttons.map((button) => button.getAttribute('aria-label') ?? ''),
  );
  return labels.map((label) => label.replace(/^.*: /, '')).sort();
}

const titlesOf = (names: readonly FigureName[] = []) =>
  names.map((name) => embeddedFigure(name).title).sort();

describeInBrowser('a button to embed or save', ({ open }) => {
  it('stands at every figure of the lab', async () => {
    const { page, problems } = await open('?run=pizza');
    await embedButton(page, 'Embedding circles').waitFor();
    expect(await titlesOn(page)).toEqual(titlesOf(places.lab));
    expect(problems).toEqual([]);
  });

  it('stands at every figure of one network', async () => {
    const { page, problems } = await open('?run=pizza&view=inside');
    await waitForAnalysis(page);
    await expect.poll(() => titlesOn(page)).toEqual(titlesOf(places.inside));
    expect(problems).toEqual([]);
  });

  it('stands at the map', async () => {
    const { page, problems } = await open('?view=map');
    await embedButton(page, embeddedFigure('map').title).waitFor();
    expect(await titlesOn(page)).toEqual(titlesOf(places.map));
    expect(problems).toEqual([]);
  });

  it('stands at every figure of the story', async () => {
    const { page, problems } = await open();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    const chapters = await page.getByRole('heading', { level: 2 }).all();
    expect(chapters.length).toBeGreaterThanOrEqual(11);
    for (const chapter of chapters) await chapter.scrollIntoViewIfNeeded();
    await expect.poll(() => titlesOn(page), { timeout: 20_000 }).toEqual(titlesOf(places.story));
    for (const name of places.story ?? []) {
      const { title } = embeddedFigure(name);
      expect(await page.getByRole('figure', { name: title, exact: true }).count(), title).toBe(1);
    }
    expect(problems).toEqual([]);
  });

  it('is there for every figure but those put together of several', () => {
    const named = new Set([...Object.values(places).flat(), ...composite]);
    expect([...named].sort()).toEqual([...figureNames].sort());
  });
});
