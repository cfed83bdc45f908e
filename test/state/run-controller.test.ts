import { describe, expect, it } from 'vitest';
import { createTestPage, settle, statusOf, stepsOf, trainingPage } from './fake-worker.ts';

describe('training', () => {
  it('starts no worker before there is something to do', () => {
    const page = createTestPage();
    expect(page.workers).toHaveLength(0);
    expect(statusOf(page)).toBe('idle');
  });

  it('prepares the network of the controls, then trains', async () => {
    const page = await trainingPage('p=31&seed=5&backend=wasm&steps=800');
    expect(page.worker.calls).toEqual(['speed Infinity', 'prepare 1', 'train to 800']);
    expect(page.worker.requests[0]).toMatchObject({
      run: 1,
      backend: 'wasm',
      configuration: { p: 31, seed: 5 },
    });
    expect(page.statuses).toEqual(['idle', 'loading', 'training']);
    const { backend, runConfiguration, configuration } = page.store.getState();
    expect(backend).toEqual({
      name: 'wasm',
      device: 'made up',
      reason: 'It is a test.',
      asRequested: true,
    });
    expect(runConfiguration).toEqual(configuration);
    expect(stepsOf(page)).toEqual([0]);
  });

  it('puts snapshots on the timeline and ends as done', async () => {
    const page = await trainingPage();
    await page.worker.report(10);
    await page.worker.report(20);
    await page.worker.send({ kind: 'finished' });
    expect(stepsOf(page)).toEqual([0, 10, 20]);
    expect(page.store.getState().stepsPerSecond).toBe(25);
    expect(page.statuses).toEqual(['idle', 'loading', 'training', 'done']);
  });

  it('answers a snapshot only when the page has drawn', async () => {
    const drawings: (() => void)[] = [];
    const draw = () => drawings.shift()?.();
    const page = createTestPage({
      afterDrawing: () => new Promise((resolve) => drawings.push(resolve)),
    });
    void page.controller.train();
    await settle();
    draw();
    await settle();
    let answered = false;
    void page.worker.report(10).then(() => {
      answered = true;
    });
    await settle();
    expect(stepsOf(page)).toEqual([0, 10]);
    expect(answered).toBe(false);
    draw();
    await settle();
    expect(answered).toBe(true);
  });

  it('pauses and goes on with the same run, following the newest step again', async () => {
    const page = await trainingPage();
    await page.controller.pause();
    page.controller.view(0);
    expect(page.store.getState().viewedStep).toBe(0);
    void page.controller.train();
    await settle();
    expect(page.worker.calls.slice(2)).toEqual(['train to 5000', 'pause', 'train to 5000']);
    expect(page.statuses).toEqual(['idle', 'loading', 'training', 'paused', 'training']);
    expect(page.store.getState().viewedStep).toBeNull();
  });

  it('asks nothing of the worker when there is nothing to pause', async () => {
    const page = createTestPage();
    await page.controller.pause();
    expect(page.workers).toHaveLength(0);
    expect(statusOf(page)).toBe('idle');
  });

  it('is remembered when it is asked for while the network is made', async () => {
    const page = createTestPage({ holds: true });
    void page.controller.reset();
    await settle();
    void page.controller.train();
    page.worker.release();
    await settle();
    expect(page.statuses).toEqual(['idle', 'loading', 'training']);
    expect(page.worker.requests).toHaveLength(1);
  });

  it('does not start when it was paused while the network is made', async () => {
    const page = createTestPage({ holds: true });
    void page.controller.train();
    await settle();
    await page.controller.pause();
    page.worker.release();
    await settle();
    expect(page.statuses).toEqual(['idle', 'loading', 'paused']);
  });
});

describe('single steps', () => {
  it('prepare a network first', async () => {
    const page = createTestPage();
    await page.controller.stepOnce();
    expect(page.worker.calls).toEqual(['speed Infinity', 'prepare 1', 'step']);
    expect(page.statuses).toEqual(['idle', 'loading', 'paused']);
    expect(stepsOf(page)).toEqual([0, 1]);
  });

  it('stop training', async () => {
    const page = await trainingPage();
    await page.controller.stepOnce();
    expect(page.worker.calls.slice(2)).toEqual(['train to 5000', 'step']);
    expect(statusOf(page)).toBe('paused');
  });

  it('are not made after the end, but with changed settings they are', async () => {
    const page = await trainingPage();
    await page.worker.send({ kind: 'finished' });
    await page.controller.stepOnce();
    expect(statusOf(page)).toBe('done');
    page.controller.change({ attentionRate: 1 });
    await page.controller.stepOnce();
    expect(page.worker.requests).toHaveLength(2);
    expect(statusOf(page)).toBe('paused');
  });

  it('are not made when the network could not be', async () => {
    const page = createTestPage({ holds: true });
    const stepping = page.controller.stepOnce();
    await settle();
    page.worker.crash('It stopped.');
    page.worker.release();
    await stepping;
    expect(page.worker.calls).not.toContain('step');
    expect(statusOf(page)).toBe('failed');
  });
});
