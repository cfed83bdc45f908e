import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  element,
  figureIn,
  happened,
  isMarked,
  mark,
  postWith,
  soon,
  waitForReady,
  waitForShown,
} from '../support/embed-page.ts';
import { openHost, useHostPages } from '../support/host-page.ts';

const setAttribute = (page: Page, name: string, value: string | null) =>
  element(page).evaluate(
    (it, change) => {
      if (change.value === null) it.removeAttribute(change.name);
      else it.setAttribute(change.name, change.value);
    },
    { name, value },
  );

describeInBrowser('attributes that are changed later', ({ open, address }) => {
  const pages = useHostPages();
  const openWith = async (attributes: string) => {
    const body = `<clock-pizza loading="eager" ${attributes}></clock-pizza>`;
    return openHost({ open }, pages.serve(postWith(await address(), body)));
  };

  it('change what is shown without loading the frame again', async () => {
    const { page, problems } = await openWith('figure="circles" run="pizza"');
    await waitForShown(page, { verdict: 'pizza', step: 4000 });
    await mark(figureIn(page));

    await setAttribute(page, 'run', 'clock');
    await waitForShown(page, { verdict: 'clock' });
    await setAttribute(page, 'step', '0');
    await waitForShown(page, { step: 0 });
    await setAttribute(page, 'step', '');
    await waitForShown(page, { step: 4000 });
    await setAttribute(page, 'step', '0');
    await waitForShown(page, { step: 0 });
    await setAttribute(page, 'step', null);
    await waitForShown(page, { step: 4000 });
    await setAttribute(page, 'theme', 'dark');
    const root = figureIn(page).getByRole('main');
    await expect
      .poll(
        () => root.evaluate(({ ownerDocument }) => ownerDocument.documentElement.dataset.theme),
        soon,
      )
      .toBe('dark');
    await setAttribute(page, 'attention', '0.25');
    await figureIn(page)
      .getByText(/^On screen: .*Train makes one with .*0\.25/)
      .waitFor();
    expect(await isMarked(figureIn(page))).toBe(true);
    expect(problems).toEqual([]);
  });

  it('load the frame again for another figure', async () => {
    const { page, problems } = await openWith('figure="circles" run="pizza"');
    await waitForReady(page);
    await mark(figureIn(page));
    await setAttribute(page, 'figure', 'curves');
    await waitForReady(page, 2);
    await figureIn(page).getByRole('main', { name: 'Loss and accuracy' }).waitFor();
    expect(await isMarked(figureIn(page))).toBe(false);
    expect((await happened(page)).filter(({ name }) => name === 'ready')).toMatchObject([
      { detail: { figure: 'circles' } },
      { detail: { figure: 'curves' } },
    ]);
    expect(problems).toEqual([]);
  });

  it('are properties too, and several can be set at once', async () => {
    const { page } = await openWith('figure="loss"');
    await waitForReady(page);
    const reflected = await element(page).evaluate((it) => {
      const settable = it as HTMLElement & Record<string, unknown>;
      settable.attention = 0.75;
      settable.seed = 4;
      settable.settings = { p: 13, width: 32, seed: null, frobnicate: 1, onclick: 'x' };
      const { attributes, settings, attention, seed } = settable;
      return {
        names: [...(attributes as NamedNodeMap)].map(({ name }) => name).sort(),
        ...{ settings, attention, seed },
      };
    });
    expect(reflected).toEqual({
      names: ['attention', 'figure', 'loading', 'p', 'style', 'width'],
      settings: { attention: '0.75', p: '13', width: '32' },
      attention: '0.75',
      seed: null,
    });
    await figureIn(page)
      .getByText(/^Trains in your browser: .*p = 13.*width 32/)
      .waitFor();
  });
});

describeInBrowser('attributes with values that are not possible', ({ open, address }) => {
  const pages = useHostPages();

  it('show why in the frame and tell the page, from the beginning', async () => {
    const body = '<clock-pizza figure="frobnicate" run="pizza" p="4000" step="soon"></clock-pizza>';
    const { page } = await openHost({ open }, pages.serve(postWith(await address(), body)));
    await waitForShown(page, { verdict: 'pizza' });
    const messages = async () =>
      (await happened(page))
        .filter(({ name }) => name === 'problem')
        .map(({ detail }) => String(detail.message));
    await expect.poll(async () => (await messages()).length, soon).toBe(3);
    for (const message of await messages()) {
      await figureIn(page).getByText(message).waitFor();
    }
    expect((await messages()).sort()).toEqual([
      expect.stringMatching(/^embed=frobnicate is not possible/),
      expect.stringMatching(/p/),
      expect.stringMatching(/^step=soon is not possible/),
    ]);
    await figureIn(page).getByRole('main', { name: 'Embedding circles' }).waitFor();
  });

  it('do so later too, every time, until they are put right', async () => {
    const body = '<clock-pizza figure="loss" p="13"></clock-pizza>';
    const { page } = await openHost({ open }, pages.serve(postWith(await address(), body)));
    await waitForReady(page);
    const problems = async () =>
      (await happened(page)).filter(({ name }) => name === 'problem').length;
    const notice = figureIn(page)
      .getByRole('status')
      .getByText(/attention/i);
    for (let times = 1; times <= 2; times++) {
      await setAttribute(page, 'attention', 'lots');
      await expect.poll(problems, soon).toBe(times);
      await notice.waitFor();
      expect(await notice.count()).toBe(1);
      await setAttribute(page, 'attention', '0.5');
      await notice.waitFor({ state: 'hidden' });
    }
    await figureIn(page)
      .getByText(/^Trains in your browser: .*p = 13/)
      .waitFor();
  });
});
