import type { FrameLocator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  call,
  postWith,
  runIn,
  shown,
  soon,
  waitForReady,
  waitForShown,
  waitForSteps,
} from '../support/embed-page.ts';
import { openHost, useHostPages } from '../support/host-page.ts';

const settings = { p: '11', width: '16', steps: '100000' };
const style = '<style>body { margin: 0 } clock-pizza { width: 400px; float: left }</style>';
const plainFrame = (base: string, title: string) =>
  `<iframe title="${title}" width="400" height="600" src="${base}?embed=loss&${new URLSearchParams(settings)}"></iframe>`;
const trainable = (more = '') =>
  `<clock-pizza figure="loss" p="11" width="16" steps="100000" ${more}></clock-pizza>`;
const plain = (page: Page, title: string) => page.getByTitle(title, { exact: true }).contentFrame();

const stateIn = async (figure: FrameLocator) => (await runIn(figure)).state;

describeInBrowser('several embeds on a page', ({ open, address }) => {
  const pages = useHostPages();
  const openWith = async (body: string) => {
    const post = pages.serve(postWith(await address(), body, style));
    return openHost({ open }, post, { viewport: { width: 1300, height: 900 } });
  };

  it('share nothing: each has its own run, step and settings', async () => {
    const { page, problems } = await openWith(
      `<clock-pizza figure="circles" run="pizza"></clock-pizza>
       <clock-pizza figure="circles" run="clock" step="0"></clock-pizza>
       <clock-pizza figure="loss" p="13" width="16" steps="60"></clock-pizza>`,
    );
    await waitForReady(page, 3);
    await waitForShown(page, { verdict: 'pizza', step: 4000 }, 0);
    await waitForShown(page, { step: 0, state: 'paused' }, 1);
    await call(page, 'train', 2);
    await waitForShown(page, { state: 'done', step: 60 }, 2);
    await call(page, 'seek', 1, null);
    await waitForShown(page, { verdict: 'clock', step: 4000 }, 1);
    await call(page, 'seek', 0, 0);
    await waitForShown(page, { step: 0 }, 0);
    expect(await shown(page, 1)).toMatchObject({ verdict: 'clock', step: 4000 });
    expect(await shown(page, 2)).toMatchObject({ state: 'done', step: 60 });
    const links = await Promise.all([0, 1, 2].map(async (at) => (await shown(page, at)).link));
    const runs = links.map((link) => new URL(link).searchParams.get('run'));
    expect(runs).toEqual(['pizza', 'clock', null]);
    expect(problems).toEqual([]);
  });

  it('train one at a time: one element pauses the other', async () => {
    const { page, problems } = await openWith(trainable() + trainable());
    await waitForReady(page, 2);
    await call(page, 'train', 0);
    await waitForSteps(page, 2, 0);
    await call(page, 'train', 1);
    await waitForShown(page, { state: 'paused' }, 0);
    await waitForSteps(page, 2, 1);
    expect((await shown(page, 1)).state).toBe('training');
    await call(page, 'train', 0);
    await waitForShown(page, { state: 'paused' }, 1);
    await waitForShown(page, { state: 'training' }, 0);
    expect(problems).toEqual([]);
  });

  it('train one at a time: an element and a plain frame', async () => {
    const { page, problems } = await openWith(trainable() + plainFrame(await address(), 'Plain'));
    await waitForReady(page);
    const frame = plain(page, 'Plain');
    await call(page, 'train', 0);
    await waitForSteps(page, 2, 0);
    await frame.getByRole('button', { name: /train/i }).click();
    await waitForShown(page, { state: 'paused' }, 0);
    await expect.poll(() => stateIn(frame), soon).toBe('training');
    await call(page, 'train', 0);
    await expect.poll(() => stateIn(frame), soon).toBe('paused');
    await waitForShown(page, { state: 'training' }, 0);
    expect(problems).toEqual([]);
  });

  it('train one at a time: two plain frames', async () => {
    const base = await address();
    const { page, problems } = await openWith(plainFrame(base, 'One') + plainFrame(base, 'Two'));
    const [one, two] = [plain(page, 'One'), plain(page, 'Two')];
    await one.getByRole('button', { name: /train/i }).click();
    await expect.poll(() => stateIn(one), soon).toBe('training');
    await two.getByRole('button', { name: /train/i }).click();
    await expect.poll(() => stateIn(two), soon).toBe('training');
    await expect.poll(() => stateIn(one), soon).toBe('paused');
    expect(await stateIn(two)).toBe('training');
    expect(problems).toEqual([]);
  });

  it('train side by side where their author says so', async () => {
    const { page, problems } = await openWith(trainable('together') + trainable('together'));
    await waitForReady(page, 2);
    for (const at of [0, 1]) await call(page, 'train', at);
    for (const at of [0, 1]) await waitForSteps(page, 2, at);
    const [one, two] = [(await shown(page, 0)).step, (await shown(page, 1)).step];
    await waitForSteps(page, one + 5, 0);
    await waitForSteps(page, two + 5, 1);
    for (const at of [0, 1]) expect((await shown(page, at)).state).toBe('training');
    expect(problems).toEqual([]);
  });
});
