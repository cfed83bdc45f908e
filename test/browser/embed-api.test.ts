import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  call,
  figureIn,
  happened,
  postWith,
  runIn,
  shown,
  waitForReady,
  waitForShown,
  waitForSteps,
} from '../support/embed-page.ts';
import { openHost, useHostPages } from '../support/host-page.ts';
import { runStatus, verdictCard } from '../support/lab-page.ts';

const names = async (page: Page) => (await happened(page)).map(({ name }) => name);
const details = async (page: Page, wanted: string) =>
  (await happened(page)).filter(({ name }) => name === wanted).map(({ detail }) => detail);

describeInBrowser('methods and events of the element', ({ open, address }) => {
  const pages = useHostPages();
  const openWith = async (attributes: string) =>
    openHost(
      { open },
      pages.serve(postWith(await address(), `<clock-pizza ${attributes}></clock-pizza>`)),
    );

  it('train a network to its last step', async () => {
    const { page, problems } = await openWith(
      'figure="circles" p="13" width="16" steps="60" attention="0.5"',
    );
    await waitForReady(page);
    expect(await shown(page)).toEqual({
      ...{ state: 'idle', playing: false, step: 0, verdict: '' },
      link: `${await address()}?p=13&width=16&attention=0.5&steps=60`,
    });
    await call(page, 'train');
    await waitForShown(page, { state: 'done', step: 60, playing: false });
    expect(await runIn(figureIn(page))).toMatchObject({ state: 'done', step: '60' });
    expect((await shown(page)).verdict).toMatch(/^(learning|pizza|clock|between|non-circular)$/);

    const states = (await details(page, 'statechange')).map(({ state }) => state);
    expect(states).toEqual(['loading', 'training', 'done']);
    const steps = (await details(page, 'stepchange')).map(({ step }) => step as number);
    expect(steps.at(-1)).toBe(60);
    expect(steps).toEqual([...steps].sort((left, right) => left - right));
    expect((await names(page)).filter((name) => name === 'play' || name === 'pause')).toEqual([
      ...['play', 'pause'],
    ]);
    expect((await details(page, 'verdictchange')).at(-1)?.verdict).toBe(
      (await shown(page)).verdict,
    );
    expect(problems).toEqual([]);
  });

  it('pause a run and go on with it', async () => {
    const { page, problems } = await openWith('figure="loss" p="11" width="16" steps="100000"');
    await waitForReady(page);
    await call(page, 'play');
    await waitForSteps(page, 5);
    expect(await shown(page)).toMatchObject({ state: 'training', playing: true });
    await call(page, 'pause');
    await waitForShown(page, { state: 'paused', playing: false });
    // A snapshot may still be under way; then nothing moves.
    await page.waitForTimeout(600);
    const { step } = await shown(page);
    await page.waitForTimeout(600);
    expect((await shown(page)).step).toBe(step);
    await call(page, 'train');
    await waitForSteps(page, step + 5);
    expect(problems).toEqual([]);
  });

  it('play a recording, pause it, and show any step of it', async () => {
    const { page, problems } = await openWith('figure="curves" run="pizza"');
    await waitForShown(page, { state: 'paused', step: 4000, verdict: 'pizza' });
    await call(page, 'play');
    await waitForShown(page, { state: 'replaying', playing: true });
    await page.waitForFunction(() => {
      const { happened: all } = window as unknown as { happened: { name: string }[] };
      return all.filter(({ name }) => name === 'stepchange').length > 4;
    });
    await call(page, 'pause');
    await waitForShown(page, { state: 'paused', playing: false });

    await call(page, 'seek', 0, 0);
    await waitForShown(page, { step: 0, verdict: 'learning' });
    expect((await details(page, 'verdictchange')).at(-1)).toMatchObject({ verdict: 'learning' });
    await call(page, 'seek', 0, 100);
    await page.waitForFunction(() => {
      const { step } = document.querySelector('clock-pizza') as HTMLElement & { step: number };
      return step > 0 && step <= 150;
    });
    const { step, link } = await shown(page);
    expect(new URL(link).searchParams.get('run')).toBe('pizza');
    expect(new URL(link).searchParams.get('step')).toBe(String(step));
    await call(page, 'seek', 0, null);
    await waitForShown(page, { step: 4000 });
    expect(new URL((await shown(page)).link).searchParams.has('step')).toBe(false);

    expect(await details(page, 'play')).toHaveLength(1);
    expect(await details(page, 'pause')).toHaveLength(1);
    expect((await details(page, 'stepchange')).at(-1)).toEqual({
      ...{ state: 'paused', step: 4000, lastStep: 4000, verdict: 'pizza', run: 'pizza' },
      address: 'run=pizza',
    });
    expect(problems).toEqual([]);
  });

  it('begin with ready, which says what is shown and in which language', async () => {
    const { page, problems } = await openWith('figure="path" run="edge"');
    await waitForShown(page, { step: 4000 });
    const [first] = await happened(page);
    expect(first).toMatchObject({ name: 'ready', detail: { figure: 'path', language: 'en' } });
    const title = await page.getByTitle('The Clock and the Pizza: Path to a verdict').count();
    expect(title).toBe(1);
    expect(problems).toEqual([]);
  });

  it('lead to the page that shows the same', async () => {
    const { page } = await openWith('figure="circles" run="clock"');
    await waitForShown(page, { verdict: 'clock' });
    await call(page, 'seek', 0, 100);
    await page.waitForFunction(() => {
      const { step } = document.querySelector('clock-pizza') as HTMLElement & { step: number };
      return step > 0 && step <= 150;
    });
    const { link, step, verdict } = await shown(page);
    const lab = await open(link);
    await verdictCard(lab.page)
      .getByText(new RegExp(`at step ${step}$`))
      .waitFor();
    expect(await runStatus(lab.page)).toMatchObject({ state: 'paused', verdict });
    expect(lab.problems).toEqual([]);
  });

  it('show what they showed when asked for a step that does not exist', async () => {
    const { page } = await openWith('figure="circles" run="pizza"');
    await waitForShown(page, { step: 4000 });
    for (const step of [Number.NaN, -1, 0.5, 1e12]) await call(page, 'seek', 0, step);
    await call(page, 'seek', 0, 99_999);
    await page.waitForTimeout(300);
    expect(await shown(page)).toMatchObject({ state: 'paused', step: 4000, verdict: 'pizza' });
    await figureIn(page)
      .getByRole('img', { name: /^frequency \d+/i })
      .first()
      .waitFor();
  });
});
