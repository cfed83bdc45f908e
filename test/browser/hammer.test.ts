import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { createRandomStream } from '../../src/math/random.ts';
import { describeInBrowser } from '../support/browser.ts';
import { type RunStatus, runStatus, waitForState } from '../support/lab-page.ts';

/** Everything a visitor's hands can do within a second, in any order. */
const seconds = 60;

/** What must be true of the page after an action, once it has settled. */
interface Model {
  /** True when nothing may be making steps. */
  rests: boolean;
}

type Action = (page: Page, model: Model, random: () => number) => Promise<void>;

const button = (page: Page, name: RegExp) => page.getByRole('button', { name }).first();

/** Presses a button where it is there and can be pressed; pages change while one reaches for it. */
async function tryPress(page: Page, name: RegExp): Promise<boolean> {
  const target = button(page, name);
  if ((await target.count()) === 0) return false;
  if ((await target.getAttribute('aria-disabled')) === 'true') return false;
  return target.click({ timeout: 1000 }).then(
    () => true,
    () => false,
  );
}

const actions: Readonly<Record<string, Action>> = {
  async train(page, model) {
    if (await tryPress(page, /^(train|go on)/i)) model.rests = false;
  },
  async pause(page, model) {
    if (await tryPress(page, /pause/i)) model.rests = true;
  },
  async cancel(page, model) {
    if (await tryPress(page, /cancel/i)) model.rests = true;
  },
  async step(page) {
    await tryPress(page, /^step$/i);
  },
  async reset(page, model) {
    if (await tryPress(page, /^reset$/i)) model.rests = true;
  },
  async seed(page) {
    await tryPress(page, /^new seed$/i);
  },
  async width(page, _model, random) {
    const slider = page.getByRole('slider', { name: /width/i }).first();
    await slider.press(random() < 0.5 ? 'ArrowLeft' : 'ArrowRight', { timeout: 1000 });
  },
  async attention(page, _model, random) {
    const slider = page.getByRole('slider', { name: /attention/i }).first();
    await slider.press(random() < 0.5 ? 'ArrowLeft' : 'ArrowRight', { timeout: 1000 });
  },
  async scrub(page, _model, random) {
    const slider = page.getByRole('slider', { name: /step shown/i });
    if ((await slider.count()) === 0) return;
    await slider
      .press(['Home', 'End', 'ArrowLeft'][Math.floor(3 * random())] as string, { timeout: 1000 })
      .catch(() => undefined);
  },
  async lookBack(page, model) {
    if (await tryPress(page, /look at the run before/i)) model.rests = true;
  },
  async undo(page) {
    await tryPress(page, /undo the changes/i);
  },
};

describeInBrowser('start, pause, reset, change and train', ({ open }) => {
  it('in any order leave the page consistent, with one worker and no error', {
    timeout: 180_000,
  }, async () => {
    const seed = Math.floor(1e6 * Math.random());
    const stream = createRandomStream(seed, 'hands');
    const random = () => stream.uniform();
    const { page, problems } = await open('?p=11&width=32&steps=100000&backend=wasm');
    const model: Model = { rests: true };
    let trained = 0;
    const names = Object.keys(actions);
    const done: string[] = [];
    const end = performance.now() + 1000 * seconds;
    while (performance.now() < end) {
      const name = names[Math.floor(names.length * random())] as string;
      done.push(name);
      await (actions[name] as Action)(page, model, random).catch(() => undefined);
      await page.waitForTimeout(250 * random());
      const told = `seed ${seed}: ${done.slice(-12).join(', ')}`;
      expect(trainingWorkers(page), told).toBeLessThanOrEqual(1);
      trained += (await runStatus(page)).state === 'training' ? 1 : 0;
      if (done.length % 10 === 0) expectConsistent(await settled(page, model), model, told);
    }
    // Enough to mean something; how many there are is up to the machine.
    expect(done.length).toBeGreaterThan(25);
    expect(trained).toBeGreaterThan(2);
    // All of it still works.
    await tryPress(page, /pause|cancel/i);
    await expect.poll(async () => (await runStatus(page)).state).not.toMatch(/training|loading/);
    await tryPress(page, /undo the changes/i);
    await button(page, /^train/i).click();
    await waitForState(page, 'training');
    await button(page, /pause/i).click();
    await waitForState(page, 'paused');
    expect(trainingWorkers(page)).toBe(1);
    expect(problems).toEqual([]);
  });
});

function trainingWorkers(page: Page): number {
  return page.workers().filter((worker) => worker.url().includes('/training-worker-')).length;
}

/** What the page says once it has had time to do what it was asked. */
async function settled(page: Page, { rests }: Model): Promise<RunStatus[]> {
  if (rests) {
    await expect
      .poll(async () => (await runStatus(page)).state, { timeout: 20_000 })
      .not.toMatch(/loading/);
  }
  const first = await runStatus(page);
  await page.waitForTimeout(300);
  return [first, await runStatus(page)];
}

function expectConsistent([before, after]: RunStatus[], { rests }: Model, told: string): void {
  expect(before?.state, told).not.toBe('failed');
  expect(after?.state, told).not.toBe('failed');
  if (!rests || before?.state === 'training' || before?.state === 'loading') return;
  // What rests makes no steps.
  expect(after, told).toEqual(before);
}
