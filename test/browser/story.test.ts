import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { root } from '../../src/setup/command.mjs';
import { describeInBrowser } from '../support/browser.ts';
import { runStatus, waitForState } from '../support/lab-page.ts';
import { readAll, titles } from '../support/story-page.ts';

const figure = (page: Page, name: string) => page.getByRole('figure', { name });

describeInBrowser('the story', ({ open }) => {
  it('is the front door: eleven chapters, each with its anchor', async () => {
    const { page, problems } = await open();
    for (const [index, title] of titles.entries()) {
      const heading = page.getByRole('heading', { level: 2, name: title });
      await heading.waitFor();
      expect(await heading.textContent()).toBe(`${index + 1}${title}`);
    }
    const contents = page.getByRole('navigation', { name: 'Chapters' }).getByRole('link');
    expect(await contents.count()).toBe(11);
    await contents.nth(6).click();
    expect(new URL(page.url()).hash).toBe('#telling-apart');
    const top = await page.getByRole('heading', { name: titles[6] as string }).boundingBox();
    expect(top?.y).toBeLessThan(300);
    await readAll(page);
    expect(page.workers()).not.toContain('training');
    expect(problems).toEqual([]);
  });

  it('opens at the chapter of the address', async () => {
    const { page } = await open('#ensemble');
    const heading = page.getByRole('heading', { name: titles[8] as string });
    await expect.poll(async () => (await heading.boundingBox())?.y ?? 9999).toBeLessThan(300);
  });

  it('has figures that answer to the keyboard', async () => {
    const { page, problems } = await open();
    const face = figure(page, 'Adding on a clock face');
    await face.getByText('9 + 5 = 14').waitFor();
    await face.getByRole('slider').first().press('ArrowRight');
    await face.getByText('10 + 5 = 15').waitFor();

    const clock = figure(page, 'The Clock algorithm');
    await clock.getByRole('slider', { name: /a/ }).first().press('ArrowRight');
    await clock.getByText('c = a + b = 16').waitFor();

    const pizza = figure(page, 'The Pizza algorithm');
    await pizza.getByRole('button', { name: 'With its companion' }).click();
    await pizza.getByRole('button', { name: 'without it' }).click();
    expect(
      await pizza.getByRole('button', { name: 'without it' }).getAttribute('aria-pressed'),
    ).toBe('true');
    expect(problems).toEqual([]);
  });

  it('asks where the arrows part before it shows all runs', async () => {
    const { page, problems } = await open('#knob');
    const transition = figure(page, 'The phase transition');
    const strip = transition.getByRole('application', { name: /^Attention rate across/ });
    await strip.waitFor();
    const runs = async () =>
      Number(/(\d+) runs:/.exec((await strip.getAttribute('aria-label')) ?? '')?.[1]);
    await expect.poll(runs).toBeGreaterThan(0);
    const before = await runs();
    await transition.getByRole('button', { name: 'about 0.5' }).click();
    await transition.getByText(/^The first networks with parted arrows stand at 0\.\d/).waitFor();
    await expect.poll(runs).toBeGreaterThan(before);
    await strip.press('ArrowRight');
    await strip.press('Enter');
    await transition.getByText(/^Attention rate [\d.]+, seed \d: /).waitFor();
    expect(problems).toEqual([]);
  });

  it('replays a recorded run, and says that it is one', async () => {
    const { page, problems } = await open();
    const live = figure(page, 'A network learning to add');
    await page.getByRole('heading', { name: 'Train one now' }).scrollIntoViewIfNeeded();
    await live.getByText('Nothing has been trained yet.').waitFor();
    await live.getByRole('button', { name: 'A Pizza' }).click();
    await live.getByRole('button', { name: 'Pizza', exact: true }).click();
    await live.getByText(/^Recorded \(Pizza\): p = 59, width 128, α = 0, seed 1/).waitFor();
    await live
      .getByText(/^At its last step, 4,000: Pizza\. As you said\./)
      .waitFor({ timeout: 60_000 });
    expect(new URL(page.url()).searchParams.get('run')).toBe('pizza');

    const inside = figure(page, 'Inside the trained network');
    await inside.getByRole('button', { name: 'One sum' }).click();
    await inside.getByRole('button', { name: 'Trace a sum through this network' }).click();
    await inside.getByText('How it arrives at one sum').waitFor({ timeout: 60_000 });
    expect(problems).toEqual([]);
  });

  it('trains a network of its own, and says that it is live', async () => {
    const { page, problems } = await open('?view=story&p=7&width=16&steps=60');
    const live = figure(page, 'A network learning to add');
    await page.getByRole('heading', { name: 'Train one now' }).scrollIntoViewIfNeeded();
    await live.getByRole('button', { name: /Train it here/ }).click();
    await waitForState(page, 'done');
    await live.getByText(/^Live: trained on this machine, p = 7/).waitFor();
    expect((await runStatus(page)).step).toBe(60);
    expect(problems).toEqual([]);
  });

  it('stands still while it loads and is read', async () => {
    const { page } = await open();
    await page.evaluate(() => {
      const marks = window as unknown as { shift: number };
      marks.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, hadRecentInput } = entry as PerformanceEntry & {
            value: number;
            hadRecentInput: boolean;
          };
          if (!hadRecentInput) marks.shift += value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await readAll(page);
    const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
    expect(shift).toBeLessThan(0.01);
  });

  it('begins with at most 150 kB of JavaScript', async () => {
    const page = await readFile(`${root}dist/index.html`, 'utf8');
    const names = [...page.matchAll(/assets\/([\w-]+\.js)/g)].map(([, name]) => name as string);
    expect(names.length).toBeGreaterThan(0);
    const there = await readdir(`${root}dist/assets`);
    let bytes = 0;
    for (const name of new Set(names)) {
      expect(there).toContain(name);
      bytes += gzipSync(await readFile(`${root}dist/assets/${name}`)).length;
    }
    expect(bytes).toBeLessThan(150_000);
  });
});
