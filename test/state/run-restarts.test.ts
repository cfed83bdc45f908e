import { describe, expect, it } from 'vitest';
import { createTestPage, settle, statusOf, stepsOf, trainingPage } from './fake-worker.ts';

describe('starting again', () => {
  it('by reset makes the same network, at step 0, and waits', async () => {
    const page = await trainingPage('seed=5');
    await page.worker.report(10);
    await page.controller.reset();
    expect(page.worker.requests.map(({ configuration }) => configuration.seed)).toEqual([5, 5]);
    expect(stepsOf(page)).toEqual([0]);
    expect(statusOf(page)).toBe('paused');
  });

  it('by reset after reset shows only the last run', async () => {
    const page = createTestPage({ holds: true });
    void page.controller.reset();
    void page.controller.reset();
    await settle();
    page.worker.release();
    await settle();
    expect(statusOf(page)).toBe('loading');
    expect(stepsOf(page)).toEqual([]);
    page.worker.release();
    await settle();
    expect(statusOf(page)).toBe('paused');
    expect(stepsOf(page)).toEqual([0]);
  });

  it('with a new seed goes on training if it was', async () => {
    const page = await trainingPage('seed=5');
    void page.controller.newSeed(6);
    await settle();
    expect(page.store.getState().configuration.seed).toBe(6);
    expect(page.worker.requests.at(-1)?.configuration.seed).toBe(6);
    expect(statusOf(page)).toBe('training');
  });

  it('with two new seeds at once goes on training the second', async () => {
    const page = await trainingPage();
    void page.controller.newSeed(6);
    void page.controller.newSeed(7);
    await settle();
    expect(page.store.getState().runConfiguration?.seed).toBe(7);
    expect(page.worker.calls.filter((call) => call.startsWith('train'))).toHaveLength(2);
    expect(statusOf(page)).toBe('training');
  });

  it.each(['paused', 'done'] as const)('with a new seed waits when it was %s', async (status) => {
    const page = await trainingPage();
    if (status === 'paused') await page.controller.pause();
    else await page.worker.send({ kind: 'finished' });
    expect(statusOf(page)).toBe(status);
    await page.controller.newSeed();
    expect(statusOf(page)).toBe('paused');
  });
});

describe('changed settings', () => {
  it('leave the run on screen alone until training is asked for', async () => {
    const page = await trainingPage();
    page.controller.change({ attentionRate: 1 });
    expect(statusOf(page)).toBe('training');
    expect(page.store.getState().runConfiguration?.attentionRate).toBe(0);
    void page.controller.train();
    await settle();
    expect(page.worker.requests.map(({ configuration }) => configuration.attentionRate)).toEqual([
      0, 1,
    ]);
    expect(page.store.getState().runConfiguration?.attentionRate).toBe(1);
    expect(statusOf(page)).toBe('training');
  });

  it('can be taken back', async () => {
    const page = await trainingPage('width=64');
    page.controller.change({ width: 256, p: 31 });
    page.controller.keepSettings();
    expect(page.store.getState().configuration).toMatchObject({ width: 64, p: 59 });
  });

  it('that only move the end let the same run go on to it', async () => {
    const page = await trainingPage('steps=100');
    await page.worker.send({ kind: 'finished' });
    page.controller.change({ steps: 300 });
    void page.controller.train();
    await settle();
    expect(page.worker.requests).toHaveLength(1);
    expect(page.worker.calls.at(-1)).toBe('train to 300');
    expect(page.store.getState().runConfiguration?.steps).toBe(300);
    expect(statusOf(page)).toBe('training');
  });
});

describe('late events of an earlier run', () => {
  it('are ignored', async () => {
    const page = await trainingPage();
    await page.controller.reset();
    await page.worker.report(500, 1);
    await page.worker.send({ kind: 'finished' }, 1);
    await page.worker.send({ kind: 'failed', message: 'Too late.' }, 1);
    expect(stepsOf(page)).toEqual([0]);
    expect(statusOf(page)).toBe('paused');
    expect(page.store.getState().problem).toBeUndefined();
  });
});

describe('problems', () => {
  it.each([
    { kind: 'diverged', step: 7, message: 'Training diverged.', workersAfter: 1 },
    // What failed may have left the worker's memory broken.
    { kind: 'failed', message: 'It does not fit.', workersAfter: 2 },
  ] as const)(
    '$kind: shown in words; training then starts afresh',
    async ({ workersAfter, ...event }) => {
      const page = await trainingPage();
      await page.worker.send(event);
      expect(statusOf(page)).toBe('failed');
      expect(page.store.getState().problem).toEqual({ kind: event.kind, message: event.message });
      void page.controller.train();
      await settle();
      expect(page.store.getState().problem).toBeUndefined();
      expect(page.workers).toHaveLength(workersAfter);
      expect(page.worker.requests.at(-1)?.run).toBe(2);
      expect(statusOf(page)).toBe('training');
    },
  );

  it('a worker that dies is replaced by the next run', async () => {
    const page = await trainingPage();
    page.worker.crash('The part of this page that trains has stopped.');
    expect(page.worker.calls.at(-1)).toBe('terminate');
    expect(page.store.getState()).toMatchObject({
      status: 'failed',
      problem: { kind: 'failed', message: 'The part of this page that trains has stopped.' },
    });
    await page.controller.reset();
    expect(page.workers).toHaveLength(2);
    expect(statusOf(page)).toBe('paused');
  });
});

describe('the rest of the page', () => {
  it('keeps a speed limit for workers to come', async () => {
    const page = createTestPage();
    page.controller.setSpeed(5);
    expect(page.workers).toHaveLength(0);
    await page.controller.reset();
    page.controller.setSpeed(50);
    expect(page.worker.calls).toEqual(['speed 5', 'prepare 1', 'speed 50']);
  });

  it('lets notices be dismissed one by one', () => {
    const { store, controller } = createTestPage({ query: 'p=1&width=1&theme=pink' });
    const names = () => store.getState().notices.map(({ name }) => name);
    expect(names()).toEqual(['p', 'width', 'theme']);
    controller.dismissNotice(1);
    expect(names()).toEqual(['p', 'theme']);
  });

  it('ends the worker and hears nothing more of it', async () => {
    const page = await trainingPage();
    page.controller.dispose();
    expect(page.worker.calls.at(-1)).toBe('terminate');
    await page.worker.report(50);
    expect(stepsOf(page)).toEqual([0]);
  });
});
