import { describe, expect, it } from 'vitest';
import { createTestPage, settle, statusOf, stepsOf, trainingPage } from './fake-worker.ts';

describe('a run that another one replaced', () => {
  it('can be looked at again, and so can the other one then', async () => {
    const page = await trainingPage();
    await page.worker.report(400);
    await page.controller.reset();
    await page.worker.report(20);
    expect(page.store.getState().earlier?.timeline.at(-1)?.result.step).toBe(400);

    page.controller.bringBack();
    expect(stepsOf(page)).toContain(400);
    expect(page.store.getState().picturesOnly).toBe(true);
    expect(statusOf(page)).toBe('paused');
    page.controller.bringBack();
    expect(stepsOf(page)).toContain(20);
    expect(stepsOf(page)).not.toContain(400);
  });

  it('is not disturbed by what the worker still reports', async () => {
    const page = await trainingPage();
    await page.worker.report(400);
    await page.controller.reset();
    await page.worker.report(20);
    page.controller.bringBack();
    await page.worker.report(30);
    expect(stepsOf(page)).not.toContain(30);
  });

  it('has no network any more: training starts it afresh', async () => {
    const page = await trainingPage();
    await page.worker.report(400);
    await page.controller.reset();
    await page.worker.report(20);
    page.controller.bringBack();
    const before = page.worker.requests.length;
    void page.controller.train();
    await settle();
    expect(page.worker.requests).toHaveLength(before + 1);
    expect(page.store.getState().picturesOnly).toBe(false);
    expect(page.store.getState().earlier?.timeline.at(-1)?.result.step).toBe(400);
  });

  it('does not exist before a run has made a step', async () => {
    const page = await trainingPage();
    await page.controller.reset();
    expect(page.store.getState().earlier).toBeUndefined();
  });
});

describe('reset and new seed', () => {
  it('repeat the run on screen, whatever the controls hold', async () => {
    const page = await trainingPage();
    const { width } = page.store.getState().configuration;
    page.controller.change({ width: 32 });
    await page.controller.reset();
    expect(page.worker.requests.at(-1)?.configuration.width).toBe(width);
    await page.controller.newSeed(99);
    expect(page.worker.requests.at(-1)?.configuration).toMatchObject({ width, seed: 99 });
    expect(page.store.getState().configuration).toMatchObject({ width: 32, seed: 99 });
  });
});

describe('a run that is still starting', () => {
  it('can be given up, with the worker it waits for', async () => {
    const page = createTestPage({ holds: true });
    void page.controller.train();
    await settle();
    expect(statusOf(page)).toBe('loading');
    page.controller.cancel();
    expect(statusOf(page)).toBe('idle');
    expect(page.worker.calls.at(-1)).toBe('terminate');
    void page.controller.train();
    await settle();
    expect(page.workers).toHaveLength(2);
  });
});

describe('the end of a run', () => {
  it('can be moved while it trains', async () => {
    const page = await trainingPage();
    page.controller.change({ steps: 700 });
    await settle();
    expect(page.worker.calls.at(-1)).toBe('train to 700');
    expect(page.store.getState().runConfiguration?.steps).toBe(700);
  });
});
