import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  element,
  figureIn,
  happened,
  postWith,
  shown,
  waitForReady,
  waitForShown,
} from '../support/embed-page.ts';
import { openHost, useHostPages } from '../support/host-page.ts';

/** Parameters the frame was made with. */
const parameters = async (page: Page) => {
  const address = await element(page).locator('iframe').getAttribute('src');
  return Object.fromEntries(new URL(address ?? '').searchParams);
};

describeInBrowser('attributes of the element', ({ open, address }) => {
  const pages = useHostPages();
  const openWith = async (attributes: string) => {
    const body = `<clock-pizza loading="eager" ${attributes}></clock-pizza>`;
    return openHost({ open }, pages.serve(postWith(await address(), body)));
  };

  it('are what the frame begins with: settings of a run', async () => {
    const { page, problems } = await openWith('figure="loss" p="13" seed="5" attention="0.5"');
    await waitForReady(page);
    expect(await parameters(page)).toMatchObject({
      ...{ embed: 'loss', p: '13', seed: '5', attention: '0.5' },
    });
    await figureIn(page)
      .getByText(/^Trains in your browser: .*p = 13.*seed 5/)
      .waitFor();
    expect(await shown(page)).toMatchObject({ state: 'idle', step: 0, verdict: '' });
    expect(problems).toEqual([]);
  });

  it('are what the frame begins with: a recorded run at a step, in a theme, without controls', async () => {
    const { page, problems } = await openWith(
      'figure="circles" run="clock" step="0" theme="dark" controls="no"',
    );
    await waitForShown(page, { step: 0, state: 'paused' });
    await waitForReady(page);
    const main = figureIn(page).getByRole('main', { name: 'Embedding circles' });
    await main.waitFor();
    expect(await figureIn(page).getByRole('region', { name: 'Play' }).count()).toBe(0);
    expect(
      await main.evaluate(({ ownerDocument }) => ownerDocument.documentElement.dataset),
    ).toEqual({ theme: 'dark' });
    expect((await shown(page)).link).toContain('run=clock');
    expect(problems).toEqual([]);
  });

  it('are what the frame begins with: the sum that is traced', async () => {
    const { page, problems } = await openWith('figure="pair" run="pizza" pair="3,4"');
    await waitForReady(page);
    const answer = figureIn(page).getByRole('status', { name: 'Right answer' });
    await answer.getByText('= 7 (mod 59)').waitFor();
    expect(problems).toEqual([]);
  });

  it('let a recording play by itself, unless the reader wants less motion', async () => {
    const { page } = await openWith('figure="curves" run="pizza" autoplay');
    await waitForShown(page, { state: 'replaying', playing: true });
    const quiet = await openHost(
      { open },
      pages.serve(
        postWith(
          await address(),
          '<clock-pizza figure="curves" run="pizza" autoplay></clock-pizza>',
        ),
      ),
      { reducedMotion: 'reduce' },
    );
    await waitForShown(quiet.page, { state: 'paused', step: 4000 });
    expect((await happened(quiet.page)).map(({ name }) => name)).not.toContain('play');
  });
});
